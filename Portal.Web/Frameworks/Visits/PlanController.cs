using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>One improvement plan: its actions, how far each is, and its end.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/quality/plans/{id}")]
public sealed class PlanController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(ImprovementPlanId id, CancellationToken cancel) => Page(id, new PlanForms(), cancel);

    [HttpPost("progress")]
    public Task<IActionResult> Report([FromServices] ReportPlanProgress report, ImprovementPlanId id, PlanProgressForm progress, CancellationToken cancel) => Try(
        act: () => report.Execute(Actor, id, progress.Number, progress.Words!, cancel),
        then: () => Back(id, "The progress is recorded. Every region reads it."),
        again: () => Page(id, new PlanForms { Progress = progress }, cancel));

    [HttpPost("confirmations")]
    public Task<IActionResult> Confirm([FromServices] ConfirmPlanAction confirm, ImprovementPlanId id, PlanProgressForm progress, CancellationToken cancel) => Try(
        act: () => confirm.Execute(Actor, id, progress.Number, progress.Words!, cancel),
        then: () => Back(id, "The action is confirmed as done."),
        again: () => Page(id, new PlanForms { Progress = progress }, cancel));

    [HttpPost("actions")]
    public Task<IActionResult> Add([FromServices] AddPlanAction add, ImprovementPlanId id, PlanActionForm added, CancellationToken cancel) => Try(
        act: () => add.Execute(Actor, id, added.Agreed(), cancel),
        then: () => Back(id, "The action is added."),
        again: () => Page(id, new PlanForms { Added = added }, cancel));

    [HttpPost("close")]
    public Task<IActionResult> Close([FromServices] CloseImprovementPlan close, ImprovementPlanId id, ClosePlanForm closing, CancellationToken cancel) => Try(
        act: () => close.Execute(Actor, id, closing.Met!.Value, closing.Because!, cancel),
        then: () => Back(id, "The plan is closed."),
        again: () => Page(id, new PlanForms { Closing = closing }, cancel));

    private RedirectResult Back(ImprovementPlanId id, string told)
    {
        Tell(told);
        return Redirect(QualityLinks.Plan(id));
    }

    private async Task<IActionResult> Page(ImprovementPlanId id, PlanForms forms, CancellationToken cancel)
    {
        ImprovementPlan plan = await db.LoadPlan(Actor, id, cancel);
        ProviderHome home = await db.LoadHomeOfRecord(Actor, plan.HomeUrn, cancel);
        bool keeps = Actor.Is(Role.QaLead, Role.Commissioner, Role.RccCommissioner) && await db.CooperativeCodeOf(Actor, cancel) == plan.ByCooperative;
        return View("Plan", new PlanPage(plan, home, keeps, home.Provider == Actor.Organisation, LondonTime.DateOf(clock.GetUtcNow())) { Progress = forms.Progress, Added = forms.Added, Closing = forms.Closing });
    }
}

/// <summary>The plan and what may be said of it; actions are confirmed and the plan is closed by the region that keeps it.</summary>
public sealed record PlanPage(ImprovementPlan Plan, ProviderHome Home, bool Keeps, bool IsOwn, DateOnly Today)
{
    public PlanProgressForm Progress { get; init; } = new();

    public PlanActionForm Added { get; init; } = new();

    public ClosePlanForm Closing { get; init; } = new();

    public bool IsOpen => Plan.Stage == ImprovementPlanStage.Open;
}

/// <summary>The forms of the page, as they were sent.</summary>
public sealed record PlanForms
{
    public PlanProgressForm Progress { get; init; } = new();

    public PlanActionForm Added { get; init; } = new();

    public ClosePlanForm Closing { get; init; } = new();
}

/// <summary>How far one action is.</summary>
public sealed record PlanProgressForm
{
    public int Number { get; init; }

    [Required(ErrorMessage = "Say how far it is"), StringLength(2000)]
    public string? Words { get; init; }
}

/// <summary>How a plan ends.</summary>
public sealed record ClosePlanForm
{
    [Required(ErrorMessage = "Say whether the plan was met")]
    public bool? Met { get; init; }

    [Required(ErrorMessage = "Say on what this rests, and what follows"), StringLength(2000)]
    public string? Because { get; init; }
}
