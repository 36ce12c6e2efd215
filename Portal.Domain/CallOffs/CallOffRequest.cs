using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs;

/// <summary>What is asked for when a place is called off.</summary>
public sealed record CallOffRequest(GateDecisionId Decision, DateOnly From, Money? Price = null, decimal? Weeks = null)
{
    /// <summary>How many hours or sessions a week has, where the price is for one; no other unit needs it.</summary>
    public decimal? UnitsPerWeek { get; init; }

    /// <summary>By what way the place was chosen; null: as the offers show.</summary>
    public CallOffRoute? Route { get; init; }

    /// <summary>The block whose place is taken.</summary>
    public BlockContractId? Block { get; init; }

    /// <summary>Why this home and not the first by the mechanism: what the child wishes, when more than one fits.</summary>
    public string? ChosenBecause { get; init; }

    /// <summary>A brother or sister whom the authority has placed in the home already.</summary>
    public string? SiblingReference { get; init; }

    /// <summary>The running call-off of the same referral whose place this one takes; null when none runs.</summary>
    public string? Replaces { get; init; }

    /// <summary>The idempotency key of a case system with the hash of its body; null from a page.</summary>
    public RequestStamp? Stamp { get; init; }
}
