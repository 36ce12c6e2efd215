using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Novations;

/// <summary>The framework's lead records the deed by which a home's place passes to its new URN.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/lots/{lot}/homes/{urn}/novation")]
public sealed class NovateHomeController(NovateHome novate, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, string lot, string urn, CancellationToken cancel) =>
        View(await NovateHomePage.Read(db, Actor, new PlaceOfHome(frameworkRef, lot, urn), new NovationForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, string lot, string urn, NovationForm form, CancellationToken cancel) => Try(
        act: () => novate.Execute(Actor, new PlaceOfHome(frameworkRef, lot, urn), form.Urn!, form.ToDeed(), cancel),
        then: () =>
        {
            Tell("The novation is recorded. The home keeps its price under the new URN; look at its checks next.");
            return Redirect(FrameworkLinks.Home(frameworkRef, lot, form.Urn!.Trim().ToUpperInvariant()));
        },
        again: async () => View("NovateHome", await NovateHomePage.Read(db, Actor, new PlaceOfHome(frameworkRef, lot, urn), form, cancel)));
}

/// <summary>The page: the place that passes, and the home that follows when one is recorded.</summary>
public sealed record NovateHomePage(Framework Framework, PlaceOfHome Place, string Provider, HomeAdmissionStatus Status, ProviderHome? Successor, string? SuccessorProvider, NovationForm Form)
{
    public static IEnumerable<Choice> Grounds =>
    [
        new(nameof(NovationGround.SameSupplier), "The supplier is the same; only the home was registered anew"),
        new(nameof(NovationGround.Restructuring), "The supplier changed by a corporate restructuring or in similar circumstances", "A merger, a takeover of the company, insolvency (s.74(9))"),
        new(nameof(NovationGround.SoldToAnother), "The home was sold to another supplier"),
    ];

    public static async Task<NovateHomePage> Read(PortalDb db, Actor actor, PlaceOfHome place, NovationForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, place.Framework, cancel);
        HomeAdmission former = await db.LoadHomeAdmission(actor, place.Framework, place.LotNumber, place.Urn, cancel);
        ProviderHome? successor = await db.ProviderHomes.AsNoTracking().FirstOrDefaultAsync(h => h.FormerUrn == place.Urn, cancel);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => o.Id == former.Provider || (successor != null && o.Id == successor.Provider)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return new NovateHomePage(framework, place, names[former.Provider], former.Status, successor, successor is null ? null : names[successor.Provider], form with { Urn = form.Urn ?? successor?.Urn });
    }
}

/// <summary>A deed of novation as typed.</summary>
public sealed record NovationForm
{
    [Display(Name = "New URN"), Required(ErrorMessage = "Enter the new URN"), StringLength(12)]
    public string? Urn { get; init; }

    [Display(Name = "What changed"), Required(ErrorMessage = "Choose what changed")]
    public NovationGround? Ground { get; init; }

    [Display(Name = "Deed"), Required(ErrorMessage = "Give the deed’s reference"), StringLength(200)]
    public string? Reference { get; init; }

    [Display(Name = "Signed on"), Required(ErrorMessage = "Enter the day on which it was signed")]
    public DateOnly? SignedOn { get; init; }

    [Display(Name = "What happened"), Required(ErrorMessage = "Say what happened to the home and the supplier"), StringLength(2000)]
    public string? Because { get; init; }

    public NovationDeed ToDeed() => new(Ground!.Value, Reference!, SignedOn!.Value, Because!);
}
