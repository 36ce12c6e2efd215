using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>An authority's application to join: decision of the lead, then the deed.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/{frameworkRef}/accessions/{id}")]
public sealed class AccessionController(PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, AccessionId id, CancellationToken cancel) => Page(frameworkRef, id, cancel);

    [HttpPost("decision")]
    public Task<IActionResult> Decide([FromServices] DecideAccession decide, string frameworkRef, AccessionId id, DecisionForm decision, CancellationToken cancel) => Try(
        act: () => decide.Execute(Actor, frameworkRef, id, decision.Approve!.Value, decision.Reason!, cancel),
        then: () => Back(frameworkRef, id, decision.Approve!.Value ? "The application is approved. Next: the deed." : "The application is refused."),
        again: () => Page(frameworkRef, id, cancel, decision));

    [HttpPost("deed")]
    public Task<IActionResult> Sign([FromServices] SignAccessionDeed sign, string frameworkRef, AccessionId id, DeedForm signed, CancellationToken cancel) => Try(
        act: () => sign.Execute(Actor, frameworkRef, id, signed.Deed!, signed.EffectiveFrom!.Value, cancel),
        then: () => Back(frameworkRef, id, "The deed is recorded. The authority may call off from the effective date."),
        again: () => Page(frameworkRef, id, cancel, signed: signed));

    [HttpPost("withdrawal")]
    public Task<IActionResult> Withdraw([FromServices] WithdrawAccession withdraw, string frameworkRef, AccessionId id, LeaveFrameworkForm leaving, CancellationToken cancel) => Try(
        act: () => withdraw.Execute(Actor, frameworkRef, id, leaving.LastDay!.Value, leaving.Reason!, cancel),
        then: () => Back(frameworkRef, id, "The last day is recorded. Placements made until then go on."),
        again: () => Page(frameworkRef, id, cancel, leaving: leaving));

    private RedirectResult Back(string frameworkRef, AccessionId id, string told)
    {
        Tell(told);
        return Redirect($"{FrameworkLinks.Of(frameworkRef)}/accessions/{id.Value}");
    }

    private async Task<IActionResult> Page(string frameworkRef, AccessionId id, CancellationToken cancel, DecisionForm? decision = null, DeedForm? signed = null, LeaveFrameworkForm? leaving = null)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        Accession accession = await db.Accessions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Framework == framework.Id, cancel) ?? throw new NotFound("That application");
        string authority = await db.Organisations.Where(o => o.Id == accession.Authority).Select(o => o.Name).SingleAsync(cancel);
        bool manages = FrameworkPage.MayManage(framework, Actor);
        bool own = Actor.Organisation == accession.Authority && Actor.Is(Role.Commissioner);
        return View("Accession", new AccessionPage(framework, accession, authority, manages) { MayLeave = manages || own, Decision = decision ?? new DecisionForm(), Signed = signed ?? new DeedForm(), Leaving = leaving ?? new LeaveFrameworkForm() });
    }
}

/// <summary>One application to join.</summary>
public sealed record AccessionPage(Framework Framework, Accession Accession, string Authority, bool Manages)
{
    /// <summary>A commissioner of the authority, or of the framework's lead.</summary>
    public bool MayLeave { get; init; }

    public LeaveFrameworkForm Leaving { get; init; } = new();

    public DecisionForm Decision { get; init; } = new();

    public DeedForm Signed { get; init; } = new();

    public string Here => $"{FrameworkLinks.Of(Framework.Ref)}/accessions/{Accession.Id.Value}";
}

/// <summary>The signed deed.</summary>
public sealed record DeedForm
{
    [Display(Name = "The deed’s reference and date"), Required(ErrorMessage = "Give the deed’s reference and date"), StringLength(200)]
    public string? Deed { get; init; }

    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day on which the authority may call off")]
    public DateOnly? EffectiveFrom { get; init; }
}

/// <summary>An authority's last day on a framework.</summary>
public sealed record LeaveFrameworkForm
{
    [Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day on which the authority may call off")]
    public DateOnly? LastDay { get; init; }

    [Required(ErrorMessage = "Give the reason in words"), StringLength(2000)]
    public string? Reason { get; init; }
}
