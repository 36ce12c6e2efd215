using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Deciding;

/// <summary>One row of the decision table: when it holds, what it then decides and asks, in words for people beside the condition itself.</summary>
public sealed record Row(string Rule, string Code, Outcome Outcome, Func<Situation, bool> Holds)
{
    /// <summary>The condition in the contract's words, for the page that shows the table.</summary>
    public required string When { get; init; }

    public required string Text { get; init; }

    /// <summary>The next lawful step and whom to ring.</summary>
    public required string NextStep { get; init; }

    /// <summary>Where the code depends on which limb holds.</summary>
    public Func<Situation, string>? CodeOf { get; init; }

    public Func<Situation, IEnumerable<ApprovalNeed>> Approvals { get; init; } = _ => [];

    public Func<Situation, IEnumerable<string>> Flags { get; init; } = _ => [];

    public Func<Situation, Money?> AllowedPrice { get; init; } = _ => null;

    public Func<Situation, IEnumerable<FollowUp>> FollowUps { get; init; } = _ => [];

    /// <summary>An emergency's authority ends after so many working days unless ratified.</summary>
    public bool Lapses { get; init; }

    public GateReason Reason(Situation situation) => new(Rule, CodeOf?.Invoke(situation) ?? Code, Text, NextStep);
}
