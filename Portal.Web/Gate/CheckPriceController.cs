using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>Check a price: home and price in, the gate's answer in words out; recorded only when the officer says so.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/check")]
public sealed class CheckPriceController(PortalDb db, GatherFacts gather, RecordDecision record, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] CheckPriceForm form, CancellationToken cancel)
    {
        if (!form.IsComplete || !ModelState.IsValid)
        {
            if (!form.IsStarted)
            {
                ModelState.Clear();
            }

            return View(new CheckPricePage(form, null, null));
        }

        AskedOption asked = await Ask(form, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        GatheredFacts gathered = await gather.Execute(asked, GateRequester.Of(Actor), [], now, cancel);
        GateAnswer answer = DecisionTable.Decide(gathered.Facts, await db.GateRulesOn(LondonTime.DateOf(now), cancel));
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == asked.HomeUrn, cancel);
        return View(new CheckPricePage(form, answer, home) { NotPassed = await db.PlacesNotPassedTo(asked.HomeUrn, cancel) });
    }

    [HttpPost]
    public async Task<IActionResult> Record(CheckPriceForm form, CancellationToken cancel)
    {
        GateDecision? decided = null;
        return await Try(
            act: async () => decided = await form.Recorded(async () => await record.Execute(Actor, await Ask(form, cancel), null, cancel)),
            then: () => Redirect($"/gate/decisions/{decided!.Id.Value}"),
            again: () => Task.FromResult<IActionResult>(View(new CheckPricePage(form, null, null))));
    }

    // What the referral says of need and time goes before what was typed.
    private async Task<AskedOption> Ask(CheckPriceForm form, CancellationToken cancel)
    {
        AskedOption asked = form.ToAsked();
        Referral? referral = asked.Referral is null ? null : await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Ref == asked.Referral && r.Authority == Actor.Organisation, cancel);
        return referral is null ? asked : asked with { NeededBy = referral.NeededBy, KnownSince = referral.KnownSince, ChildReference = referral.ChildReference, ChildAge = referral.ChildAge };
    }
}

/// <summary>The page: what was asked and, when complete, the answer.</summary>
public sealed record CheckPricePage(CheckPriceForm Form, GateAnswer? Answer, ProviderHome? Home)
{
    /// <summary>Places of the home under its former URN that no novation has passed on.</summary>
    public IReadOnlyList<PlaceNotPassed> NotPassed { get; init; } = [];
}

/// <summary>What an officer asks the gate about one option.</summary>
public sealed record CheckPriceForm
{
    [Required(ErrorMessage = "Enter the home’s Ofsted URN"), RegularExpression(@"^(SC\d{6}|\d{7})$", ErrorMessage = "A URN is SC and six digits, or seven digits")]
    public string? HomeUrn { get; init; }

    [Required(ErrorMessage = "Enter the whole fee asked")]
    public Money? Price { get; init; }

    public PriceUnit Unit { get; init; }

    [Required(ErrorMessage = "Enter the child’s age"), Range(0, 25, ErrorMessage = "Enter an age from 0 to 25")]
    public int? ChildAge { get; init; }

    [Required(ErrorMessage = "Choose the service")]
    public string? ServiceType { get; init; } = "residential";

    public Urgency Urgency { get; init; }

    public DateTimeOffset? NeededBy { get; init; }

    [StringLength(60)]
    public string? ChildReference { get; init; }

    [StringLength(40)]
    public string? Referral { get; init; }

    [Range(0, 5200, ErrorMessage = "Enter a number of weeks")]
    public decimal? Weeks { get; init; }

    public bool AlreadyLivesThere { get; init; }

    public bool Adjoining { get; init; }

    [StringLength(4000)]
    public string? LegalGround { get; init; }

    [StringLength(4000)]
    public string? ExceptionReason { get; init; }

    public bool IsStarted => HomeUrn is not null || Price is not null;

    public bool IsComplete => HomeUrn is not null && Price is { } price && price >= Money.Zero && ChildAge is not null && ServiceType is not null;

    public AskedOption ToAsked() => new()
    {
        ChildReference = Blank(ChildReference),
        ChildAge = ChildAge!.Value,
        ServiceType = ServiceType!,
        Urgency = Urgency,
        NeededBy = NeededBy,
        HomeUrn = HomeUrn,
        Price = Price!.Value,
        Unit = Unit,
        Weeks = Weeks,
        Referral = Blank(Referral),
        AlreadyLivesThere = AlreadyLivesThere,
        NewContract = !AlreadyLivesThere,
        Distance = Adjoining ? Distance.Adjoining : null,
        LegalGround = Blank(LegalGround),
        ExceptionReason = Blank(ExceptionReason),
    };

    /// <summary>Runs the recording; what the gate cannot read is shown at its field.</summary>
    public async Task<GateDecision> Recorded(Func<Task<GateDecision>> act)
    {
        try
        {
            return Price < Money.Zero ? throw new RuleBroken("PRICE", "A fee is not negative.", field: "Price") : await act();
        }
        catch (FactsRefused refused)
        {
            throw new RuleBroken([.. refused.Errors.Select(e => new Reason("FACTS", string.Join(" ", e.Value), Field: e.Key))]);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
