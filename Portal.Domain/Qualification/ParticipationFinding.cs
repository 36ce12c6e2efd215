using Portal.Domain.Kernel;

namespace Portal.Domain.Qualification;

/// <summary>Whether a supplier may go on to be assessed.</summary>
public enum ParticipationOutcome
{
    Qualified,

    /// <summary>Fails a condition of participation: its tender must be disregarded (A4-03).</summary>
    NotQualified,

    /// <summary>An exclusion ground applies (A6-01, A6-02).</summary>
    Excluded,
}

/// <summary>Whether one published condition of participation is met, and on what evidence (A4-09).</summary>
public sealed record ConditionFinding(string Condition, bool Met, string Evidence);

/// <summary>What was looked at and found about one supplier, before the decision is taken.</summary>
public sealed record ParticipationFinding
{
    public IReadOnlyList<ConditionFinding> Conditions { get; init; } = [];

    /// <summary>Codes of the grounds found to apply and to be continuing or likely to recur (A6-03).</summary>
    public IReadOnlyList<string> GroundsFound { get; init; } = [];

    /// <summary>The debarment list was looked at (A6-12).</summary>
    public bool DebarmentListChecked { get; init; }

    /// <summary>How the exclusion grounds were considered: sources, dates, connected persons.</summary>
    public string GroundsConsidered { get; init; } = "";

    /// <summary>How the supplier was heard, where a ground applies (A6-03).</summary>
    public string Representations { get; init; } = "";

    /// <summary>When a Minister of the Crown was notified and agreed, where national security is the ground (A6-10, s.29).</summary>
    public string Minister { get; init; } = "";

    public ParticipationOutcome Outcome { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Everything that stands between this finding and a lawful decision.</summary>
    public IReadOnlyList<Reason> WhatIsWrong() => [.. Gaps(), .. Contradictions()];

    private IEnumerable<Reason> Gaps()
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Reason("REASON_MISSING", "Give the reason for the decision. It is what the supplier and a court will read.", "A13-01", "Reason");
        }

        if (!DebarmentListChecked)
        {
            yield return new Reason("DEBARMENT_UNCHECKED", "Check the debarment list first, and say that you did.", "A6-12", "DebarmentListChecked");
        }

        if (string.IsNullOrWhiteSpace(GroundsConsidered))
        {
            yield return new Reason("GROUNDS_UNCONSIDERED", "Say how the exclusion grounds were considered, also where none applies.", "A6-02", "GroundsConsidered");
        }

        if (GroundsFound.Count > 0 && string.IsNullOrWhiteSpace(Representations))
        {
            yield return new Reason("NOT_HEARD", "The supplier must have had a reasonable opportunity to make representations. Say when it was asked and what it answered.", "A6-03", "Representations");
        }

        if (GroundsFound.Contains(ExclusionGrounds.NationalSecurity) && string.IsNullOrWhiteSpace(Minister))
        {
            yield return new Reason("MINISTER_UNTOLD", "Nobody is excluded as a threat to national security before a Minister of the Crown was notified and has agreed. Give the day and reference of the notification and of the answer.", "A6-10", "Minister");
        }

        foreach (ConditionFinding finding in Conditions.Where(c => string.IsNullOrWhiteSpace(c.Evidence)))
        {
            yield return new Reason("EVIDENCE_MISSING", $"Say on what evidence this is met or not: {finding.Condition}", "A4-09", "Conditions");
        }
    }

    private IEnumerable<Reason> Contradictions()
    {
        bool unmet = Conditions.Any(c => !c.Met);
        bool mandatory = GroundsFound.Any(g => ExclusionGrounds.Find(g) is { Mandatory: true });
        if (mandatory && Outcome != ParticipationOutcome.Excluded)
        {
            yield return new Reason("MANDATORY_GROUND", "A mandatory ground applies: the tender must be disregarded.", "A6-01", "Outcome");
        }

        if (Outcome == ParticipationOutcome.Qualified && unmet)
        {
            yield return new Reason("CONDITION_UNMET", "A condition of participation is not met: the tender must be disregarded.", "A4-03", "Outcome");
        }

        if (Outcome == ParticipationOutcome.NotQualified && !unmet)
        {
            yield return new Reason("NO_CONDITION_UNMET", "Every condition is met, so the supplier cannot be disregarded for one.", "A4-03", "Outcome");
        }

        if (Outcome == ParticipationOutcome.Excluded && GroundsFound.Count == 0)
        {
            yield return new Reason("NO_GROUND", "Name the exclusion ground that applies.", "A6-02", "GroundsFound");
        }
    }
}
