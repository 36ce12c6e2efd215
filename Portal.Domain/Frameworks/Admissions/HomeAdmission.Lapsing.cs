using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Frameworks;

/// <content>A home whose evidence lapses takes no new children until the renewed evidence is accepted.</content>
public sealed partial class HomeAdmission
{
    /// <summary>The document whose lapse stopped this home; null when nothing lapsed or somebody else stopped it.</summary>
    public EvidenceDocumentId? LapsedEvidence { get; private set; }

    /// <summary>Stops new call-offs because evidence lapsed; children living there stay.</summary>
    public void SuspendForLapse(EvidenceDocumentId document, string title)
    {
        Suspend($"The evidence “{title}” has lapsed. New placements stop until a renewed version is accepted; children who live here stay.");
        LapsedEvidence = document;
    }

    /// <summary>Ends that stop when the renewed evidence was accepted and everything else still holds; answers what keeps it stopped.</summary>
    public IReadOnlyList<Reason> ReinstateAfterLapse(EvidenceDocumentId document, RegulatorView regulator, Judgement minimum, DateOnly today)
    {
        if (Status != HomeAdmissionStatus.Suspended || LapsedEvidence != document)
        {
            return [];
        }

        IReadOnlyList<Reason> blocks = WhatBlocksOnboarding(regulator, minimum, today);
        if (blocks.Count == 0)
        {
            Reinstate(regulator, minimum, today, "The renewed evidence was accepted.");
        }

        return blocks;
    }
}
