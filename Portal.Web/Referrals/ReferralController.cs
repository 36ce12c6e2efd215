using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>One referral: its offers as cards, needs first; match assessment, window, wider search.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/referrals/{referralRef}")]
public sealed class ReferralController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string referralRef, CancellationToken cancel) => Page(referralRef, cancel);

    [HttpPost("offers/{offer}/assessment")]
    public Task<IActionResult> Assess([FromServices] AssessOffer assess, string referralRef, OfferId offer, MatchForm match, CancellationToken cancel) => Try(
        act: () => assess.Execute(Actor, referralRef, offer, match.Suitable!.Value, match.Reason!, cancel),
        then: () => Back(referralRef, "The match assessment is recorded."),
        again: () => Page(referralRef, cancel));

    [HttpPost("window")]
    public Task<IActionResult> CloseWindow([FromServices] CloseReferralWindow close, string referralRef, ReasonForm window, CancellationToken cancel) => Try(
        act: () => close.Execute(Actor, referralRef, window.Reason!, cancel),
        then: () => Back(referralRef, "The response window is closed."),
        again: () => Page(referralRef, cancel));

    [HttpPost("wider-search")]
    public Task<IActionResult> Search([FromServices] RecordWiderSearch record, string referralRef, ReasonForm wider, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, referralRef, wider.Reason!, cancel),
        then: () => Back(referralRef, "The wider search is recorded."),
        again: () => Page(referralRef, cancel));

    [HttpPost("hub")]
    public Task<IActionResult> Hub([FromServices] AskHub ask, string referralRef, string framework, CancellationToken cancel) => Try(
        act: () => ask.Execute(Actor, referralRef, framework, cancel),
        then: () => Back(referralRef, "The hub is asked. It rings with a place, or confirms that there is none."),
        again: () => Page(referralRef, cancel));

    [HttpPost("withdrawal")]
    public Task<IActionResult> Withdraw([FromServices] WithdrawReferral withdraw, string referralRef, ReasonForm gone, CancellationToken cancel) => Try(
        act: () => withdraw.Execute(Actor, referralRef, gone.Reason!, cancel),
        then: () => Back(referralRef, "The referral is withdrawn. Every provider that was asked is told."),
        again: () => Page(referralRef, cancel));

    private RedirectResult Back(string referralRef, string told)
    {
        Tell(told);
        return Redirect($"/referrals/{referralRef}");
    }

    private async Task<IActionResult> Page(string referralRef, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(Actor, referralRef, cancel);
        List<Offer> offers = await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.Stage != OfferStage.Withdrawn).ToListAsync(cancel);
        List<Decline> declines = await db.Declines.AsNoTracking().Where(d => d.Referral == referral.Id).OrderBy(d => d.At).ToListAsync(cancel);
        string[] urns = [.. offers.Select(o => o.HomeUrn)];
        Dictionary<string, ProviderHome> homes = await db.ProviderHomes.AsNoTracking().Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, cancel);
        OrganisationId[] providers = [.. referral.Recipients.Select(r => r.Provider)];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => providers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        string? region = await db.CooperativeCodeOf(Actor, cancel);
        Dictionary<string, QualityStanding> standings = [];
        foreach (ProviderHome home in homes.Values)
        {
            standings[home.Urn] = QualityStanding.Of(home, await db.EmbargoesOf(home.Urn, home.Provider).ToListAsync(cancel), region);
        }

        DateTimeOffset now = clock.GetUtcNow();
        return View("Referral", new ReferralPage(
            referral,
            [.. offers.OrderBy(o => o.Suitable == false).ThenBy(o => o.NeedsNotMet.Count).ThenBy(o => o.Price).Select(o => new OfferCard(o, names.GetValueOrDefault(o.Provider, ""), homes.GetValueOrDefault(o.HomeUrn), standings.GetValueOrDefault(o.HomeUrn)))],
            [.. declines.Select(d => new DeclineLine(names.GetValueOrDefault(d.Provider, ""), d))],
            referral.IsWindowClosed(now))
        {
            National = await NationalContract.Of(db, Actor, referral, now, cancel),
        });
    }
}

/// <summary>An offer as the officer sees it, with what quality means for a new placement there; the home's address stays with the provider.</summary>
public sealed record OfferCard(Offer Offer, string Provider, ProviderHome? Home, QualityStanding? Quality);

/// <summary>One provider's decline.</summary>
public sealed record DeclineLine(string Provider, Decline Decline);

/// <summary>The referral with all that came back.</summary>
public sealed record ReferralPage(Referral Referral, IReadOnlyList<OfferCard> Offers, IReadOnlyList<DeclineLine> Declines, bool WindowClosed)
{
    public ReasonForm Window { get; } = new();

    public ReasonForm Wider { get; } = new();

    public ReasonForm Gone { get; } = new();

    public IReadOnlyList<NationalContract> National { get; init; } = [];

    public bool IsOpen => Referral.Stage is ReferralStage.Sent or ReferralStage.WindowClosed;
}

/// <summary>Whether an offer fits, and why.</summary>
public sealed record MatchForm
{
    [Required(ErrorMessage = "Say whether the offer meets the child’s needs")]
    public bool? Suitable { get; init; }

    [Required(ErrorMessage = "Say why the offer fits or does not"), StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>A reason in words.</summary>
public sealed record ReasonForm
{
    [Required(ErrorMessage = "Give the reason in words"), StringLength(4000)]
    public string? Reason { get; init; }
}
