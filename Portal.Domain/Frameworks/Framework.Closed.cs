using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>What a closed framework's notice promised.</content>
public sealed partial class Framework
{
    /// <summary>Why a tender cannot put suppliers on this framework: a closed one takes the winners of its own tender and nobody else's. Empty when it can.</summary>
    public IReadOnlyList<Reason> WhatBlocksJoining(string tenderRef) => Form == FrameworkForm.Closed && TenderRef != tenderRef
        ? [new Reason("CLOSED_FORM", $"Framework {Ref} is closed: its notice promised that nobody joins it. Choose another reference.", "A8-07", "FrameworkRef")]
        : [];
}
