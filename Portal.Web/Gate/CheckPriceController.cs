using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Standing;
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
    /// <summary>The empty form, or from a referral's offer the answer at once: the child's age is read there and stands in no address.</summary>
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] CheckPriceForm form, CancellationToken cancel)
    {
        CheckPriceForm known = await FromReferral(form, cancel);
        if (known.IsComplete && !ModelState.Any(e => e.Value!.Errors.Count > 0 && !e.Key.EndsWith("ChildAge", StringComparison.Ordinal)))
        {
            ModelState.Clear();
            return await Answered(known, cancel);
        }

        ModelState.Clear();
        return await Page(known, cancel);
    }

    /// <summary>The gate's answer; nothing is recorded, and nothing about the child goes into an address.</summary>
    [HttpPost("answer")]
    public async Task<IActionResult> Judge(CheckPriceForm form, CancellationToken cancel)
    {
        if (ModelState.IsValid && form.Price < Money.Zero)
        {
            ModelState.AddModelError("Form.Price", "A fee is not negative");
        }

        if (ModelState.IsValid && LikelyPrice.WhatIsWrong(form.Price!.Value, form.Unit, form.Urgency) is { } unlikely)
        {
            ModelState.AddModelError("Form.Price", unlikely);
        }

        if (ModelState.IsValid)
        {
            return await Answered(form, cancel);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(form, cancel);
    }

    private async Task<IActionResult> Page(CheckPriceForm form, CancellationToken cancel) =>
        View("CheckPrice", new CheckPricePage(form, null, null) { OnDuty = await db.OnDuty(Actor.Organisation, clock.GetUtcNow(), cancel) });

    private async Task<CheckPriceForm> FromReferral(CheckPriceForm form, CancellationToken cancel)
    {
        Referral? referral = form.Referral is null ? null : await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Ref == form.Referral && r.Authority == Actor.Organisation, cancel);
        return referral is null ? form : form with { ChildAge = form.ChildAge ?? referral.ChildAge, ChildReference = form.ChildReference ?? referral.ChildReference };
    }

    private async Task<IActionResult> Answered(CheckPriceForm form, CancellationToken cancel)
    {
        AskedOption asked = await Ask(form, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        GatheredFacts gathered = await gather.Execute(asked, GateRequester.Of(Actor), [], now, cancel);
        GateAnswer answer = DecisionTable.Decide(gathered.Facts, await db.GateRulesOn(LondonTime.DateOf(now), cancel));
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == asked.HomeUrn, cancel);
        return View("CheckPrice", new CheckPricePage(form, answer, home)
        {
            NotPassed = await db.PlacesNotPassedTo(asked.HomeUrn, cancel),
            OnDuty = await db.OnDuty(Actor.Organisation, now, cancel),
            Serves = gathered.Facts.Option.WithinStatementOfPurpose,
        });
    }

    /// <summary>An answer is not kept under an address, since it would hold the child's age: who comes back to one asks again.</summary>
    [HttpGet("answer")]
    public IActionResult AskAgain() => Redirect("/gate/check");

    [HttpPost]
    public async Task<IActionResult> Record(CheckPriceForm form, CancellationToken cancel)
    {
        GateDecision? decided = null;
        return await Try(
            act: async () => decided = await form.Recorded(async () => await record.Execute(Actor, await Ask(form, cancel), null, cancel)),
            then: () => Redirect($"/gate/decisions/{decided!.Id.Value}"),
            again: () => Page(form, cancel));
    }

    // What the referral says of need and time goes before what was typed.
    private async Task<AskedOption> Ask(CheckPriceForm form, CancellationToken cancel)
    {
        AskedOption asked = form.ToAsked();
        Referral? referral = asked.Referral is null ? null : await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Ref == asked.Referral && r.Authority == Actor.Organisation, cancel);
        return referral is null ? asked : asked with { NeededBy = referral.NeededBy, KnownSince = referral.KnownSince, ChildReference = referral.ChildReference, ChildAge = referral.ChildAge };
    }
}
