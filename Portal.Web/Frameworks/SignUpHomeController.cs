using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>One home that has not joined: what its provider answered to the region's tenders, what the region learned, and a place under a former URN that waits for a novation.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/sign-up/{urn}")]
public sealed class SignUpHomeController(PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string urn, CancellationToken cancel) => Page(urn, null, cancel);

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Post([FromServices] RecordSignUpReason record, string urn, SignUpReasonForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, urn, form.Why!.Value, form.Words!, cancel),
        then: () =>
        {
            Tell("The reason is recorded.");
            return Redirect($"/frameworks/sign-up/{Uri.EscapeDataString(urn)}");
        },
        again: () => Page(urn, form, cancel));

    private async Task<IActionResult> Page(string urn, SignUpReasonForm? form, CancellationToken cancel) => View("SignUpHome", await SignUpHomePage.Read(db, Actor, urn, form, cancel));
}

/// <summary>The page.</summary>
public sealed record SignUpHomePage(ProviderHome Home, string Provider, SignUpReason? Known, IReadOnlyList<DeclineRow> Declines, IReadOnlyList<PlaceNotPassed> NotPassed, bool Records, SignUpReasonForm Form)
{
    public static async Task<SignUpHomePage> Read(PortalDb db, Actor actor, string urn, SignUpReasonForm? form, CancellationToken cancel)
    {
        Organisation cooperative = await db.CooperativeOf(actor, cancel);
        ProviderHome home = await db.HomeOfArea(cooperative, urn, cancel);
        SignUpReason? known = await db.SignUpReasons.AsNoTracking().SingleOrDefaultAsync(r => r.Cooperative == cooperative.Id && r.HomeUrn == urn, cancel);
        bool commissions = actor.Is(Role.Commissioner, Role.RccCommissioner);
        return new SignUpHomePage(
            home,
            await db.Organisations.Where(o => o.Id == home.Provider).Select(o => o.Name).SingleAsync(cancel),
            known,
            commissions ? await DeclinesOf(db, cooperative, home.Provider, cancel) : [],
            await db.PlacesNotPassedTo(urn, cancel),
            commissions,
            form ?? new SignUpReasonForm { Why = known?.Why, Words = known?.Words });
    }

    // What the provider answered to tenders of the co-operative, of its authorities, and of those that led to its frameworks.
    private static async Task<IReadOnlyList<DeclineRow>> DeclinesOf(PortalDb db, Organisation cooperative, OrganisationId provider, CancellationToken cancel)
    {
        IQueryable<string> refs = db.Frameworks.Where(f => f.Cooperative == cooperative.Id && f.TenderRef != null).Select(f => f.TenderRef!);
        IQueryable<OrganisationId> buyers = db.Organisations.Where(o => o.Id == cooperative.Id || o.Parent == cooperative.Id).Select(o => o.Id);
        return await (from declined in db.DeclinedTenders
                      join tender in db.Tenders on declined.Tender equals tender.Id
                      where declined.Provider == provider && (refs.Contains(tender.Ref) || buyers.Contains(tender.Buyer))
                      orderby declined.At descending
                      select new DeclineRow(tender.Ref, tender.Title, declined.Reason, declined.At)).ToListAsync(cancel);
    }
}

/// <summary>Why the provider did not bid in one tender.</summary>
public sealed record DeclineRow(string Tender, string Title, string Reason, DateTimeOffset At);

/// <summary>What the region learned.</summary>
public sealed record SignUpReasonForm
{
    [Display(Name = "Reason"), Required(ErrorMessage = "Choose the reason")]
    public NotJoinedBecause? Why { get; init; }

    [Display(Name = "What the provider said"), Required(ErrorMessage = "Say what the provider told you, and when"), StringLength(2000)]
    public string? Words { get; init; }
}
