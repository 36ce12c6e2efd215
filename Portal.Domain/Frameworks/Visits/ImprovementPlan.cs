using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>An improvement plan's id.</summary>
public readonly record struct ImprovementPlanId(Guid Value) : ITypedId<ImprovementPlanId>
{
    public static ImprovementPlanId From(Guid value) => new(value);
}

/// <summary>Where an improvement plan stands.</summary>
public enum ImprovementPlanStage
{
    Open,
    Met,
    NotMet,
}

/// <summary>What a home has agreed to put right, by when, and how far it is; one region's quality lead keeps it and every region reads it. It names no child and does not itself change the gate: judgement and embargo do.</summary>
public sealed class ImprovementPlan : Aggregate
{
    private static readonly Lifecycle<ImprovementPlanStage> Moves = new((ImprovementPlanStage.Open, ImprovementPlanStage.Met), (ImprovementPlanStage.Open, ImprovementPlanStage.NotMet));

    private readonly List<PlanAction> actions = [];

    private ImprovementPlan()
    {
    }

    public ImprovementPlanId Id { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public string ByCooperative { get; private set; } = "";

    /// <summary>The visit from which it came; null when the regulator's report was the ground.</summary>
    public QualityVisitId? Visit { get; private set; }

    public string Because { get; private set; } = "";

    public ImprovementPlanStage Stage { get; private set; }

    public string OpenedBy { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public string? ClosedBecause { get; private set; }

    public IReadOnlyList<PlanAction> Actions => actions;

    public int Confirmed => actions.Count(a => a.ConfirmedAt is not null);

    private string Subject => $"home/{HomeUrn}";

    public static ImprovementPlan Open(VisitedHome home, Actor by, (QualityVisitId? Visit, string Because) ground, IReadOnlyList<Agreed> agreed, DateTimeOffset now)
    {
        Given.Reason(ground.Because, "Because");
        if (agreed.Count == 0)
        {
            throw new RuleBroken("ACTIONS", "A plan has at least one action with a day by which it is done.", field: "Actions");
        }

        var plan = new ImprovementPlan
        {
            Id = Kernel.Id.New<ImprovementPlanId>(),
            HomeUrn = home.Urn,
            Provider = home.Provider,
            ByCooperative = home.ByCooperative,
            Visit = ground.Visit,
            Because = ground.Because.Trim(),
            OpenedBy = by.Name,
            OpenedAt = now,
        };
        plan.actions.AddRange(agreed.Select((a, index) => new PlanAction(plan.Id, index + 1, a)));
        plan.Happened("quality.planOpened", plan.Subject, new { plan = plan.Id, plan.ByCooperative, plan.Visit, actions = agreed.Select(a => new { a.What, a.Who, a.By }) });
        return plan;
    }

    public void Add(Agreed agreed)
    {
        MustBeOpen();
        actions.Add(new PlanAction(Id, actions.Count + 1, agreed));
        Happened("quality.planActionAdded", Subject, new { plan = Id, agreed.What, agreed.Who, agreed.By });
    }

    /// <summary>How far an action is, said by the provider or by the region; it stays open until the region has confirmed it.</summary>
    public void Report(int number, string progress, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        Given.Reason(progress, "Words");
        Action(number).Report(progress.Trim(), by.Name, now);
        Happened("quality.planProgress", Subject, new { plan = Id, number, progress });
    }

    /// <summary>The region has seen that the action is done.</summary>
    public void Confirm(int number, string seen, string byCooperative, Actor by, DateTimeOffset now)
    {
        MustBeOpen();
        MustBeKeptBy(byCooperative);
        Given.Reason(seen, "Words");
        Action(number).Confirm(seen.Trim(), by.Name, now);
        Happened("quality.planActionConfirmed", Subject, new { plan = Id, number, seen });
    }

    /// <summary>Ends the plan: met when every action is confirmed, otherwise not met, with what follows.</summary>
    public void Close(bool met, string because, string byCooperative, Actor by, DateTimeOffset now)
    {
        MustBeKeptBy(byCooperative);
        Given.Reason(because, "Because");
        if (met && Confirmed < actions.Count)
        {
            throw new RuleBroken("PLAN_OPEN_ACTIONS", $"{actions.Count - Confirmed} of {actions.Count} actions are not confirmed yet. Confirm them, or close the plan as not met.", field: "Met");
        }

        Stage = Moves.Move(Stage, met ? ImprovementPlanStage.Met : ImprovementPlanStage.NotMet, "The improvement plan");
        (ClosedAt, ClosedBy, ClosedBecause) = (now, by.Name, because.Trim());
        Happened("quality.planClosed", Subject, new { plan = Id, met, because });
    }

    public bool IsOverdue(DateOnly today) => Stage == ImprovementPlanStage.Open && actions.Exists(a => a.IsOverdue(today));

    /// <summary>Only the co-operative that opened the plan confirms and closes it.</summary>
    public void MustBeKeptBy(string cooperative)
    {
        if (cooperative != ByCooperative)
        {
            throw new NotAllowed($"Only {ByCooperative} keeps this plan. Ring its quality lead.");
        }
    }

    private void MustBeOpen()
    {
        if (Stage != ImprovementPlanStage.Open)
        {
            throw new RuleBroken("PLAN_CLOSED", "This improvement plan is closed. Open a new one.");
        }
    }

    private PlanAction Action(int number) => actions.Find(a => a.Number == number) ?? throw new NotFound("That action");
}
