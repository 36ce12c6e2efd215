using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>What was agreed: what is put right, who at the home does it (by office), and by which day.</summary>
public sealed record Agreed
{
    public Agreed(string what, string who, DateOnly by)
    {
        Given.Reason(what, "Actions");
        Given.Reason(who, "Actions");
        (What, Who, By) = (what.Trim(), who.Trim(), by);
    }

    public string What { get; }

    public string Who { get; }

    public DateOnly By { get; }
}

/// <summary>One action of an improvement plan, with the last word on its progress.</summary>
public sealed class PlanAction
{
    private PlanAction()
    {
    }

    internal PlanAction(ImprovementPlanId plan, int number, Agreed agreed)
    {
        Id = Guid.CreateVersion7();
        (Plan, Number, What, Who, DueOn) = (plan, number, agreed.What, agreed.Who, agreed.By);
    }

    public Guid Id { get; private set; }

    public ImprovementPlanId Plan { get; private set; }

    public int Number { get; private set; }

    public string What { get; private set; } = "";

    public string Who { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public string? Progress { get; private set; }

    public string? ReportedBy { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool IsOverdue(DateOnly today) => ConfirmedAt is null && DueOn < today;

    internal void Report(string progress, string by, DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
        {
            throw new RuleBroken("ACTION_CONFIRMED", "This action is confirmed as done already.");
        }

        (Progress, ReportedBy, ReportedAt) = (progress, by, now);
    }

    internal void Confirm(string seen, string by, DateTimeOffset now)
    {
        Report(seen, by, now);
        ConfirmedAt = now;
    }
}
