using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
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
                            where draft.Bidder == bidder && tender.Stage == TenderStage.Open && tender.Lots.First(l => l.Id == draft.Lot).Ended == null
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

        List<DueOpening> due = await Due(actor.Person).ToListAsync(cancel);
        List<TodayItem> items = [.. due.Select(d => d.Prices ? Prices(d) : Bids(d))];
        if (!await db.OpenerKeys.AnyAsync(k => k.Person == actor.Person, cancel))
        {
            items.Insert(0, new TodayItem("Set up your opening key", "/openings", due.FirstOrDefault()?.At, "Due", "Without it you cannot take part in an opening under shared keys."));
        }

        return items;
    }

    private IQueryable<DueOpening> Due(PersonId me) => db.OpeningsDueFrom(me).AsNoTracking().OrderBy(t => t.OpensAt).Select(t => new DueOpening(t.Ref, t.Title, t.OpensAt, t.Stage == TenderStage.Pricing));

    private static TodayItem Prices(DueOpening due) =>
        new($"Open the prices of the bids for {due.Title} together with a second person", BidLinks.Opening(due.Ref), null, "Waiting");

    private TodayItem Bids(DueOpening due) =>
        new($"Open the bids for {due.Title} together with a second person", BidLinks.Opening(due.Ref), due.At, due.At < clock.GetUtcNow() ? "Overdue" : "Scheduled");

    private sealed record DueOpening(string Ref, string Title, DateTimeOffset? At, bool Prices);
}
