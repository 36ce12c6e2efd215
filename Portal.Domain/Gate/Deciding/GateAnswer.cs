using System.Text.Json.Serialization;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Deciding;

/// <summary>What the gate says to an option. A necessity record is never an allow.</summary>
public enum Outcome
{
    Allow,
    AllowWithApproval,
    Pending,
    Block,
    AllowEmergency,
    NecessityRecord,
    OutOfScope,
}

/// <summary>What must be done after the decision.</summary>
public enum Duty
{
    RccReview,
    HostNotified,
    Ratified,
    LegalGround,
    QualityReview,
    OnboardHome,
    Review28,
    Retest12Weeks,
    DailyReview,
    RegulatorTold,
    MovePlan,

    /// <summary>Owed by the record of an emergency without a home's number, not by the table.</summary>
    HomeNamed,
}

/// <summary>One ground of the decision: the rule of the table, what it says and the next lawful step with whom to ring.</summary>
public sealed record GateReason(string Rule, string Code, string Text, string NextStep);

/// <summary>An approval that the decision needs, in which office and about what.</summary>
public sealed record ApprovalNeed(ApproverRole Role, ApprovalPurpose Purpose);

/// <summary>An approval that the decision needs and whether one that counts was given.</summary>
public sealed record RequiredApproval(ApproverRole Role, ApprovalPurpose Purpose, bool Given);

/// <summary>A duty that follows the decision: due at the end of a working day, on a date, or at an instant where hours are meant.</summary>
public sealed record FollowUp(Duty What, int? ByWorkingDay, DateOnly? DueOn, DateTimeOffset? DueAt)
{
    /// <summary>A date (2026-11-24), an instant (2026-11-24T10:00:00Z), or null when the start is not known yet.</summary>
    public string? Due => DueAt is { } instant ? GateJson.Write(instant) : DueOn is { } date ? GateJson.Write(date) : null;
}

/// <summary>The gate's whole answer: outcome, the rule that decided, every reason that held, what is still needed and what follows.</summary>
public sealed record GateAnswer
{
    private const string WithdrawnCode = "WITHDRAWN";

    public required Outcome Outcome { get; init; }

    public required string Decisive { get; init; }

    public required IReadOnlyList<GateReason> Reasons { get; init; }

    public required IReadOnlyList<RequiredApproval> RequiredApprovals { get; init; }

    /// <summary>The price that would be allowed, or in an emergency what the co-operative claims back to; null unless the row names it.</summary>
    public Money? AllowedPrice { get; init; }

    public required IReadOnlyList<string> Flags { get; init; }

    public required IReadOnlyList<FollowUp> FollowUps { get; init; }

    /// <summary>The version of the rules that decided.</summary>
    public required string RuleSet { get; init; }

    /// <summary>The working day after which an emergency's authority to extend lapses; nights provided are always paid.</summary>
    [JsonIgnore]
    public DateOnly? Lapses { get; init; }

    /// <summary>The answer when the authority no longer asks: pending for ever, with nobody left to approve and nothing to follow up. Flags and reasons stay.</summary>
    public GateAnswer Withdrawn(string because) => this with
    {
        Outcome = Outcome.Pending,
        Reasons = [.. Reasons, new GateReason(Decisive, WithdrawnCode, $"The authority withdrew this request: {because}", "Nothing waits for it. If a place is needed, check the price and record a new decision.")],
        RequiredApprovals = [],
        FollowUps = [],
    };

    /// <summary>The authority no longer asks.</summary>
    [JsonIgnore]
    public bool IsWithdrawn => Reasons.Any(r => r.Code == WithdrawnCode);

    /// <summary>Whether a placement may be made on it: allow or allowEmergency.</summary>
    [JsonIgnore]
    public bool Permits => Outcome is Outcome.Allow or Outcome.AllowEmergency;
}
