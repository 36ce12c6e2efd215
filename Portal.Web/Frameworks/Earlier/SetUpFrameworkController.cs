using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Earlier;

/// <summary>Lots and members of an agreement from before the portal, until it is taken live and afterwards.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/setup")]
public sealed class SetUpFrameworkController(PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, cancel);

    [HttpPost("lots")]
    public Task<IActionResult> Lot([FromServices] RecordFrameworkLot record, string frameworkRef, EarlierLotForm lot, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, lot.Lot(), cancel),
        then: () => Back(frameworkRef, $"Lot {lot.Number} is recorded."),
        again: () => Page(frameworkRef, cancel, lot));

    [HttpPost("members")]
    public Task<IActionResult> Member([FromServices] RecordMember record, string frameworkRef, EarlierMemberForm member, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, frameworkRef, member.LotNumber!, member.Provider!, member.Award!, cancel),
        then: () => Back(frameworkRef, "The provider is recorded and told. It puts its homes forward next."),
        again: () => Page(frameworkRef, cancel, member: member));

    [HttpPost("live")]
    public Task<IActionResult> Live([FromServices] TakeFrameworkLive take, string frameworkRef, CancellationToken cancel) => Try(
        act: () => take.Execute(Actor, frameworkRef, cancel),
        then: () =>
        {
            Tell("The framework is live. Authorities may apply to join it.");
            return Redirect(FrameworkLinks.Of(frameworkRef));
        },
        again: () => Page(frameworkRef, cancel));

    private RedirectResult Back(string frameworkRef, string told)
    {
        Tell(told);
        return Redirect(FrameworkLinks.Of(frameworkRef) + "/setup");
    }

    private async Task<IActionResult> Page(string frameworkRef, CancellationToken cancel, EarlierLotForm? lot = null, EarlierMemberForm? member = null)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        framework.MustBeFromBefore();
        List<Choice> providers = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider).OrderBy(o => o.Name).Select(o => new Choice(o.Code, o.Name, null)).ToListAsync(cancel);
        int members = await db.Admissions.CountAsync(a => a.Framework == framework.Id, cancel);
        return View("SetUpFramework", new SetUpFrameworkPage(framework, members, providers) { Lot = lot ?? new EarlierLotForm(), Member = member ?? new EarlierMemberForm() });
    }
}

/// <summary>The framework with what is recorded so far.</summary>
public sealed record SetUpFrameworkPage(Framework Framework, int Members, IReadOnlyList<Choice> Providers)
{
    public EarlierLotForm Lot { get; init; } = new();

    public EarlierMemberForm Member { get; init; } = new();

    public IEnumerable<Choice> Services => ServiceTypes.Words.Select(w => new Choice(w.Key, w.Value));

    public IEnumerable<Choice> Units => ServiceTypes.Units.Select(u => new Choice(u, GovWords.Title(u)));

    public IEnumerable<Choice> Lots => Framework.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"{l.Number}. {l.Title}"));
}

/// <summary>A lot to record.</summary>
public sealed record EarlierLotForm
{
    [Display(Name = "Lot number"), Required(ErrorMessage = "Enter the lot’s number"), RegularExpression("^[A-Za-z0-9]{1,10}$", ErrorMessage = "A lot’s number is 1 to 10 letters and figures")]
    public string? Number { get; init; }

    [Display(Name = "Lot title"), Required(ErrorMessage = "Enter the lot’s title"), StringLength(250)]
    public string? Title { get; init; }

    [Display(Name = "Service"), Required(ErrorMessage = "Choose the service")]
    public string? ServiceType { get; init; }

    [Display(Name = "Priced per"), Required(ErrorMessage = "Choose what a price is for")]
    public string? Unit { get; init; }

    public Money? Ceiling { get; init; }

    [Display(Name = "Open book")]
    public bool OpenBook { get; init; }

    public EarlierLot Lot() => new(Number!, Title!.Trim(), ServiceType!, Unit!, Ceiling, OpenBook);
}

/// <summary>A member to record.</summary>
public sealed record EarlierMemberForm
{
    [Display(Name = "Lot"), Required(ErrorMessage = "Choose the lot")]
    public string? LotNumber { get; init; }

    [Required(ErrorMessage = "Choose the provider"), StringLength(60)]
    public string? Provider { get; init; }

    [Display(Name = "Award"), Required(ErrorMessage = "Say on what award the admission rests"), StringLength(2000)]
    public string? Award { get; init; }
}
