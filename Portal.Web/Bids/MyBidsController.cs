using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>A provider's bids: all tenders it bids in, and the lots of one tender with a large plain status each.</summary>
[Authorize(Policies.Providers)]
public sealed class MyBidsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet(BidLinks.Mine)]
    public async Task<IActionResult> All(CancellationToken cancel)
    {
        OrganisationId bidder = Actor.Organisation;
        List<TenderId> mine = await db.BidDrafts.Where(d => d.Bidder == bidder).Select(d => d.Tender)
            .Union(db.SealedBids.Where(b => b.Bidder == bidder).Select(b => b.Tender)).ToListAsync(cancel);
        List<Tender> tenders = await db.Tenders.AsNoTracking().Include(t => t.Lots).Where(t => mine.Contains(t.Id)).OrderByDescending(t => t.ClosesAt).ToListAsync(cancel);
        List<TenderBids> page = [];
        foreach (Tender tender in tenders)
        {
            page.Add(await Statuses(tender, cancel));
        }

        return View("MyBids", new MyBidsPage(page));
    }

    [HttpGet("/tenders/{tender}/bids")]
    public async Task<IActionResult> OfTender(string tender, CancellationToken cancel) =>
        View("MyBids", new MyBidsPage([await Statuses(await db.LoadPublishedTender(tender, cancel), cancel)], OneTender: true));

    private async Task<TenderBids> Statuses(Tender tender, CancellationToken cancel)
    {
        OrganisationId bidder = Actor.Organisation;
        List<BidStatus> lots = [];
        foreach (Lot lot in tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal))
        {
            lots.Add(await BidStatus.Read(db, Actor, tender, lot, clock.GetUtcNow(), cancel));
        }

        return new TenderBids(tender.Ref, tender.Title, tender.Stage, lots)
        {
            Results = (await db.AssessmentSummaries.AsNoTracking().Where(s => s.Tender == tender.Id && s.Bidder == bidder).ToListAsync(cancel))
                .GroupBy(s => s.LotNumber).ToDictionary(s => s.Key, s => s.MaxBy(r => r.Round)!.Content.Won),
        };
    }
}

/// <summary>The bids page.</summary>
public sealed record MyBidsPage(IReadOnlyList<TenderBids> Tenders, bool OneTender = false);

/// <summary>One tender with its lots.</summary>
public sealed record TenderBids(string Ref, string Title, TenderStage Stage, IReadOnlyList<BidStatus> Lots)
{
    /// <summary>No bid is taken any more, not even late.</summary>
    public bool IsOver => Stage is not (TenderStage.Open or TenderStage.Closed);

    /// <summary>By lot, what the bidder has been told: whether its bid is among those to be awarded.</summary>
    public IReadOnlyDictionary<string, bool> Results { get; init; } = new Dictionary<string, bool>();

    /// <summary>The bidder has been told how it was assessed.</summary>
    public bool HasResult => Results.Count > 0;
}
