using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>A provider offers a place for a referral, or declines with a reason.</summary>
[Authorize(Policies.Providers)]
[Route("/referrals/{referralRef}/answer")]
public sealed class AnswerReferralController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string referralRef, CancellationToken cancel) => Page(referralRef, new OfferForm(), cancel);

    [HttpPost("offer")]
    public Task<IActionResult> Offer([FromServices] OfferPlace make, string referralRef, OfferForm form, CancellationToken cancel) => Try(
        act: () => make.Execute(Actor, referralRef, form.ToPlace(), cancel),
        then: () => Back("Your offer is with the council."),
        again: () => Page(referralRef, form, cancel));

    [HttpPost("decline")]
    public Task<IActionResult> Decline([FromServices] DeclineReferral decline, string referralRef, DeclineForm declined, CancellationToken cancel) => Try(
        act: () => decline.Execute(Actor, referralRef, declined.Reason!.Value, declined.Words, cancel),
        then: () => Back("Your answer is with the council. Thank you for saying why."),
        again: () => Page(referralRef, new OfferForm(), cancel));

    [HttpPost("offers/{offer}/withdrawal")]
    public Task<IActionResult> Withdraw([FromServices] WithdrawOffer withdraw, string referralRef, OfferId offer, ReasonForm back, CancellationToken cancel) => Try(
        act: () => withdraw.Execute(Actor, referralRef, offer, back.Reason!, cancel),
        then: () => Back("Your offer is withdrawn. The council is told."),
        again: () => Page(referralRef, new OfferForm(), cancel));

    private RedirectResult Back(string told)
    {
        Tell(told);
        return Redirect("/referrals/inbox");
    }

    private async Task<IActionResult> Page(string referralRef, OfferForm form, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferralSentTo(Actor, referralRef, cancel);
        List<ProviderHome> homes = await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == Actor.Organisation).OrderBy(h => h.Name).ToListAsync(cancel);
        List<Offer> made = await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.Provider == Actor.Organisation).ToListAsync(cancel);
        return View("AnswerReferral", new AnswerReferralPage(referral, homes, made, referral.TakesAnswers(clock.GetUtcNow()), form));
    }
}

/// <summary>The referral and what may be answered.</summary>
public sealed record AnswerReferralPage(Referral Referral, IReadOnlyList<ProviderHome> Homes, IReadOnlyList<Offer> Made, bool Open, OfferForm Form)
{
    public DeclineForm Declined { get; } = new();

    public string NameOf(string urn) => Homes.FirstOrDefault(h => h.Urn == urn) is { } home ? $"{home.Name} ({urn})" : urn;

    public bool Offered(string urn) => Made.Any(o => o.HomeUrn == urn && o.Stage == OfferStage.Made);

    public IReadOnlyList<Choice> HomeChoices => [.. Homes.Where(h => h.PlacesVacant > 0 && !Offered(h.Urn)).Select(h => new Choice(h.Urn, $"{h.Name} ({h.Urn})", $"{h.PlacesVacant} of {h.PlacesRegistered} places free"))];

    public IReadOnlyList<Choice> Types => [.. Referral.ServiceTypes.Select(t => new Choice(t, ServiceTypes.InWords(t)))];

    public IReadOnlyList<Choice> Needs => [.. Referral.Needs.Select(n => new Choice(n, NeedWords.InWords(n)))];
}

/// <summary>The place that is offered.</summary>
public sealed record OfferForm
{
    [Required(ErrorMessage = "Choose the home")]
    public string? HomeUrn { get; init; }

    [Required(ErrorMessage = "Choose the service")]
    public string? ServiceType { get; init; }

    [Required(ErrorMessage = "Enter the whole fee")]
    public Money? Price { get; init; }

    public PriceUnit Unit { get; init; }

    [Required(ErrorMessage = "Enter from when the place is free")]
    public DateOnly? AvailableFrom { get; init; }

    [Required(ErrorMessage = "Say how the home meets the child’s needs"), StringLength(4000)]
    public string? HowNeedsAreMet { get; init; }

    public List<string> NeedsNotMet { get; init; } = [];

    public OfferedPlace ToPlace() => new(HomeUrn!, ServiceType!, Price!.Value, Words.Of(Unit), AvailableFrom!.Value, HowNeedsAreMet!, NeedsNotMet);
}

/// <summary>Why no place is offered.</summary>
public sealed record DeclineForm
{
    [Required(ErrorMessage = "Choose the main reason")]
    public DeclineReason? Reason { get; init; }

    [StringLength(2000)]
    public string? Words { get; init; }
}
