using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.CallOffs.Choosing;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Referrals;

namespace Portal.Domain.CallOffs;

/// <summary>By what way a place is called off and what it then costs.</summary>
public sealed record RoutedPlace(CallOffRoute Route, Money Price, PlacementFee? Fee, Money? AfterAYear, string? ChosenBecause, BlockContract? Block);

/// <summary>Works out way and price of a call-off: block places, the objective mechanism, the discounts that the home's schedule gives.</summary>
internal sealed class CallOffRouting(PortalDb db)
{
    // A child has lived long in a home after this many weeks (care-sector §1.3, long-term discount).
    private const int LongTermDays = 52 * 7;

    public async Task<RoutedPlace> Of(CallOffRequest request, GateDecision decision, FrameworkTerms? lot, DateTimeOffset now, CancellationToken cancel)
    {
        if (lot is null)
        {
            return OffFramework(request, decision);
        }

        DateOnly today = LondonTime.DateOf(now);
        PriceTerms? terms = await Schedule(lot, decision.HomeUrn!, today, cancel);
        BlockContract? block = request.Route == CallOffRoute.BlockPlace ? await Block(request, decision, lot, cancel) : null;
        CallOffRoute route = block is not null ? CallOffRoute.BlockPlace : await Chosen(request, decision, today, now, cancel);
        RoutedPlace place = new(route, decision.Price, null, null, request.ChosenBecause, block);
        return terms is null || lot.OpenBook ? place : Discounted(place, terms, decision, await Grounds(request, decision, lot, today, block is not null, cancel));
    }

    private static RoutedPlace OffFramework(CallOffRequest request, GateDecision decision) => request.Route is null or CallOffRoute.Spot
        ? new RoutedPlace(CallOffRoute.Spot, decision.Price, null, null, null, null)
        : throw new RuleBroken("OFF_FRAMEWORK", "The gate allowed this place off framework, so no framework’s way of choosing applies.", field: "Route");

    private static RoutedPlace Discounted(RoutedPlace place, PriceTerms terms, GateDecision decision, DiscountGrounds grounds)
    {
        Money extras = Situation.Sum(decision.Facts.Option.ItemisedExtras) ?? Money.Zero;
        PlacementFee fee = PlacementFee.Of(terms, extras, grounds);
        Money later = PlacementFee.Of(terms, extras, grounds with { LongTerm = true }).Due;
        Money price = fee.Due < decision.Price ? fee.Due : decision.Price;
        return place with { Price = price, Fee = fee, AfterAYear = grounds.LongTerm || terms.LongTermDiscount == 0m || later >= price ? null : later };
    }

    private async Task<PriceTerms?> Schedule(FrameworkTerms lot, string urn, DateOnly today, CancellationToken cancel)
    {
        HomeAdmission? admission = await db.HomeAdmissions.AsNoTracking().Include(h => h.Schedules).SingleOrDefaultAsync(h => h.Framework == lot.Framework && h.LotNumber == lot.LotNumber && h.HomeUrn == urn, cancel);
        return admission?.ScheduleOn(today)?.Terms;
    }

    private async Task<BlockContract> Block(CallOffRequest request, GateDecision decision, FrameworkTerms lot, CancellationToken cancel)
    {
        OrganisationId? region = await db.Set<Organisations.Organisation>().Where(o => o.Id == decision.Authority).Select(o => o.Parent).SingleAsync(cancel);
        BlockContract block = await db.BlockContracts.SingleOrDefaultAsync(b => b.Id == request.Block && b.HomeUrn == decision.HomeUrn && b.FrameworkRef == lot.Ref && b.LotNumber == lot.LotNumber && b.Cooperative == region, cancel)
            ?? throw new RuleBroken("BLOCK_UNKNOWN", "Your region has no such block of places in this home.", field: "Block");
        if (!block.InForceOn(request.From))
        {
            throw new RuleBroken("BLOCK_TERM", $"Block {block.Ref} holds from {LondonTime.Day(block.From)} to {LondonTime.Day(block.To)}.", field: "Block");
        }

        int taken = await db.TakenOf(block, cancel);
        return taken + decision.Facts.Option.PlacesNeeded <= block.Places
            ? block
            : throw new RuleBroken("BLOCK_FULL", $"All {block.Places} places of block {block.Ref} are taken. Call the place off at the schedule’s price, or take another home.", "A5", "Block");
    }

    // Needed within 24 hours, nobody waits for a comparison; otherwise the first by the mechanism, or a reason.
    private async Task<CallOffRoute> Chosen(CallOffRequest request, GateDecision decision, DateOnly today, DateTimeOffset now, CancellationToken cancel)
    {
        Referral? referral = decision.ReferralRef is null ? null : await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Ref == decision.ReferralRef && r.Authority == decision.Authority, cancel);
        List<Offer> offers = referral is null ? [] : await Suitable(referral, cancel);
        CallOffRoute route = Asked(request) ?? (offers.Count > 1 ? CallOffRoute.FurtherCompetition : CallOffRoute.DirectAward);
        if (!new Situation(decision.Facts with { At = now }, new GateTerms()).Needed24)
        {
            MustHaveClosed(request, referral, now);
            Dictionary<string, Money> scheduled = route == CallOffRoute.DirectAward ? await ScheduledPrices(offers, today, cancel) : [];
            RuleBroken.If([.. ObjectiveMechanism.WhatBlocks(ObjectiveMechanism.Rank(offers, o => scheduled.TryGetValue(o.HomeUrn, out Money price) ? price : o.Price), decision.HomeUrn!, request.ChosenBecause)]);
        }

        return route;
    }

    private Task<List<Offer>> Suitable(Referral referral, CancellationToken cancel) =>
        db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.Suitable == true && o.Stage == OfferStage.Made).ToListAsync(cancel);

    private static CallOffRoute? Asked(CallOffRequest request) => request.Route == CallOffRoute.Spot ? null : request.Route;

    private static void MustHaveClosed(CallOffRequest request, Referral? referral, DateTimeOffset now)
    {
        if (request.Route == CallOffRoute.FurtherCompetition && referral?.IsWindowClosed(now) != true)
        {
            throw new RuleBroken("COMPETITION_OPEN", "A further competition compares the offers when the referral’s window has closed. Wait for it, close it with a reason, or award directly by the mechanism.", "care-sector §1.2", "Route");
        }
    }

    private async Task<Dictionary<string, Money>> ScheduledPrices(List<Offer> offers, DateOnly today, CancellationToken cancel)
    {
        string[] urns = [.. offers.Select(o => o.HomeUrn).Distinct()];
        var rows = await (from home in db.HomeAdmissions.Where(h => urns.Contains(h.HomeUrn) && h.Status == HomeAdmissionStatus.Onboarded)
                          join schedule in db.PriceSchedules.InForceOn(today) on home.Id equals schedule.HomeAdmission
                          select new { home.HomeUrn, schedule.Terms.Core }).ToListAsync(cancel);
        return rows.GroupBy(r => r.HomeUrn).ToDictionary(g => g.Key, g => g.Min(r => r.Core));
    }

    private async Task<DiscountGrounds> Grounds(CallOffRequest request, GateDecision decision, FrameworkTerms lot, DateOnly today, bool block, CancellationToken cancel)
    {
        IQueryable<CallOff> inHome = db.CallOffs.Where(c => c.Authority == decision.Authority && c.HomeUrn == decision.HomeUrn && c.Stage == CallOffStage.Agreed);
        if (request.SiblingReference is { } sibling && !await inHome.AnyAsync(c => c.ChildReference == sibling && c.ChildReference != decision.ChildReference, cancel))
        {
            throw new RuleBroken("SIBLING_UNKNOWN", $"No running call-off of your authority places {sibling} in this home.", field: "SiblingReference");
        }

        DateOnly? since = await inHome.Where(c => c.ChildReference == decision.ChildReference).MinAsync(c => (DateOnly?)c.From, cancel);
        int running = await db.CallOffs.CountAsync(c => c.FrameworkRef == lot.Ref && c.LotNumber == lot.LotNumber && c.Provider == decision.Provider && c.Stage == CallOffStage.Agreed, cancel);
        return new DiscountGrounds(request.SiblingReference is not null, running + 1, since is { } day && request.From.DayNumber - day.DayNumber >= LongTermDays, block);
    }
}
