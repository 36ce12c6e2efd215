using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Deciding;

/// <summary>A decision in the making: what the table's row said, and what the modifiers have changed or added so far.</summary>
internal sealed class Ruling
{
    private readonly List<ApprovalNeed> needs;
    private readonly List<GateReason> reasons;
    private readonly List<string> flags;
    private readonly List<FollowUp> followUps;
    private readonly Money? allowedPrice;

    public Ruling(Situation situation, Row row, IEnumerable<Row> laterRows)
    {
        Situation = situation;
        Row = row;
        Outcome = row.Outcome;
        Decisive = row.Rule;
        allowedPrice = row.AllowedPrice(situation);
        needs = [.. row.Approvals(situation)];
        flags = [.. row.Flags(situation)];
        followUps = [.. row.FollowUps(situation)];
        reasons = [row.Reason(situation), .. laterRows.Select(later => later.Reason(situation))];
    }

    public Situation Situation { get; }

    /// <summary>The table's row, whatever a modifier did since.</summary>
    public Row Row { get; }

    public Outcome Outcome { get; private set; }

    public string Decisive { get; private set; }

    /// <summary>An exception was reasoned (X1).</summary>
    public bool Overridden { get; private set; }

    public bool IsRow(params ReadOnlySpan<string> anyOf) => anyOf.Contains(Row.Rule);

    public bool Is(params ReadOnlySpan<Outcome> anyOf) => anyOf.Contains(Outcome);

    /// <summary>A modifier changes the outcome and so becomes decisive.</summary>
    public void Turn(Outcome outcome, string rule)
    {
        if (outcome != Outcome)
        {
            Outcome = outcome;
            Decisive = rule;
        }
    }

    /// <summary>The outcome changes and the decisive row stays.</summary>
    public void Soften(Outcome outcome) => Outcome = outcome;

    public void Override(string rule)
    {
        Overridden = true;
        Turn(Outcome.AllowWithApproval, rule);
    }

    public void Ask(params ReadOnlySpan<ApprovalNeed> asked)
    {
        foreach (ApprovalNeed need in asked)
        {
            if (!needs.Contains(need))
            {
                needs.Add(need);
            }
        }
    }

    public bool IsGiven(ApprovalNeed need) => new Approvals(needs, Situation.Facts).Has(need);

    public void Raise(string flag) => flags.Add(flag);

    public void Follow(FollowUp duty) => followUps.Add(duty);

    public void Because(GateReason reason) => reasons.Add(reason);

    /// <summary>The approvals are counted against the final list, then the answer stands.</summary>
    public GateAnswer Close(string ruleSet)
    {
        IReadOnlyList<ApprovalNeed> asked = Is(Outcome.Block, Outcome.OutOfScope) ? [] : needs;
        Approvals approvals = new(asked, Situation.Facts);
        if (asked.All(approvals.Has))
        {
            Complete();
        }

        if (approvals.AnyDiscounted)
        {
            Raise(Flag.Segregation);
            Because(Modifiers.Segregation);
        }

        // A distance that nobody stated is not the authority's own.
        if (Is(Outcome.Allow, Outcome.AllowWithApproval, Outcome.AllowEmergency) && Situation.Option.Distance is not Distance.Own)
        {
            Follow(Duties.HostNotified(Situation));
        }

        return new GateAnswer
        {
            Outcome = Outcome,
            Decisive = Decisive,
            Reasons = reasons,
            RequiredApprovals = [.. asked.Select(need => new RequiredApproval(need.Role, need.Purpose, approvals.Has(need)))],
            AllowedPrice = allowedPrice,
            Flags = [.. flags.Distinct()],
            FollowUps = [.. followUps.OrderBy(f => f.What)],
            RuleSet = ruleSet,
            Lapses = Row.Lapses ? Duties.WorkingDay(Situation, Situation.Terms.RatifyWorkingDay) : null,
        };
    }

    // S2 waits for the director alone; every other allowWithApproval waits for all that was asked.
    private void Complete()
    {
        if (IsRow("S2"))
        {
            Soften(Outcome.AllowEmergency);
        }
        else if (Is(Outcome.AllowWithApproval))
        {
            Soften(Outcome.Allow);
        }
    }
}
