using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>Opens an improvement plan for a home.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/quality/homes/{urn}/plans/new")]
public sealed class OpenPlanController(OpenImprovementPlan open, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string urn, QualityVisitId? visit, CancellationToken cancel) => Page(urn, new OpenPlanForm { Visit = visit }, cancel);

    [HttpPost]
    public async Task<IActionResult> Post(string urn, OpenPlanForm form, CancellationToken cancel)
    {
        ImprovementPlanId opened = default;
        return await Try(
            act: async () => opened = await open.Execute(Actor, urn, (form.Visit, form.Because!), form.Agreed(), cancel),
            then: () =>
            {
                Tell("The plan is open. The home’s provider is told.");
                return Redirect(QualityLinks.Plan(opened));
            },
            again: () => Page(urn, form, cancel));
    }

    private async Task<IActionResult> Page(string urn, OpenPlanForm form, CancellationToken cancel) =>
        View("OpenPlan", new OpenPlanPage(await db.LoadHomeOfRecord(Actor, urn, cancel), form.Filled()));
}

/// <summary>The form of a plan.</summary>
public sealed record OpenPlanPage(ProviderHome Home, OpenPlanForm Form);

/// <summary>Why there is a plan, and its first actions; rows that are quite empty are left out.</summary>
public sealed record OpenPlanForm
{
    private const int Rows = 3;

    public QualityVisitId? Visit { get; init; }

    [Required(ErrorMessage = "Say why there is a plan"), StringLength(2000)]
    public string? Because { get; init; }

    public List<PlanActionForm> Actions { get; init; } = [];

    public OpenPlanForm Filled() => this with { Actions = [.. Actions, .. Enumerable.Range(0, Math.Max(0, Rows - Actions.Count)).Select(_ => new PlanActionForm())] };

    public IReadOnlyList<Agreed> Agreed() => [.. Actions.Where(a => !a.IsEmpty).Select(a => a.Agreed())];
}

/// <summary>One action.</summary>
public sealed record PlanActionForm
{
    [StringLength(1000)]
    public string? What { get; init; }

    [StringLength(200)]
    public string? Who { get; init; }

    public DateOnly? By { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(Who) && By is null;

    public Agreed Agreed() => By is { } day && What is { } what && Who is { } who
        ? new Agreed(what, who, day)
        : throw new RuleBroken("ACTION_INCOMPLETE", "Say of each action what is put right, who does it, and by which day.", field: "Actions");
}
