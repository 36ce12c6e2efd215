using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>A provider's drafts that are not submitted, with the time left.</summary>
public sealed class DraftTasks(PortalDb db) : ITodayTask
{
    public string Heading => "Your bids";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.ProviderBidder))
        {
            return [];
        }

        OrganisationId bidder = actor.Organisation;
        var drafts = await (from draft in db.BidDrafts.AsNoTracking()
                            join tender in db.Tenders.AsNoTracking() on draft.Tender equals tender.Id
                            where draft.Bidder == bidder && tender.Stage == TenderStage.Open
                            orderby tender.ClosesAt
                            select new { tender.Ref, tender.Title, tender.ClosesAt, Lot = tender.Lots.First(l => l.Id == draft.Lot).Number }).ToListAsync(cancel);
        return [.. drafts.Select(d => new TodayItem($"Finish and submit your bid for lot {d.Lot} of {d.Title}", BidLinks.Draft(d.Ref, d.Lot), d.ClosesAt, "Not submitted", "A draft is not a bid."))];
    }
}

/// <summary>What an opener has to do: set up a key, and open when the time has come.</summary>
public sealed class OpenerTasks(PortalDb db, TimeProvider clock) : ITodayTask
{
    public string Heading => "Openings";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Opener))
        {
            return [];
        }

        PersonId me = actor.Person;
        var due = await db.Tenders.AsNoTracking()
            .Where(t => (t.Stage == TenderStage.Open || t.Stage == TenderStage.Closed || ((t.Stage == TenderStage.Pricing || t.Stage == TenderStage.Negotiating) && db.Set<TenderSeal>().Any(s => s.Tender == t.Id && s.Round == t.Round && s.PricesOpenedAt == null))) && t.Team.Any(m => m.Person == me && m.Part == TeamPart.Opener))
            .OrderBy(t => t.OpensAt).Select(t => new { t.Ref, t.Title, t.OpensAt, Prices = t.Stage == TenderStage.Pricing }).ToListAsync(cancel);
        List<TodayItem> items = [.. due.Select(t => new TodayItem($"Open the {(t.Prices ? "prices of the bids" : "bids")} for {t.Title} together with a second person", BidLinks.Opening(t.Ref), t.Prices ? null : t.OpensAt, t.Prices ? "Waiting" : t.OpensAt < clock.GetUtcNow() ? "Overdue" : "Scheduled"))];
        if (!await db.OpenerKeys.AnyAsync(k => k.Person == me, cancel))
        {
            items.Insert(0, new TodayItem("Set up your opening key", "/openings", due.FirstOrDefault()?.OpensAt, "Due", "Without it you cannot take part in an opening under shared keys."));
        }

        return items;
    }
}
