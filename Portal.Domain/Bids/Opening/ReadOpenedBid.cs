using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>What one reader gets of an opened bid; prices only when quality is agreed and their envelopes have been opened, the bidder's name only where names are not hidden from the reader.</summary>
public sealed record OpenedContent(OpenedBid Bid, BidContent Content, IReadOnlyList<OpenedFile> Files, bool PricesShown);

/// <summary>Opens a bid for a member of the tender's team and writes the read log: who, when, which bid.</summary>
public sealed class ReadOpenedBid(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<OpenedContent> Execute(Actor actor, SubmissionId submission, CancellationToken ct)
    {
        OpenedBid bid = await db.OpenedBids.AsNoTracking().SingleOrDefaultAsync(b => b.Id == submission, ct) ?? throw new NotFound("That bid");
        Tender tender = await db.LoadTender(actor, bid.TenderRef, ct);
        OpeningRules.MustBeReader(actor, tender);
        OpenedQuality quality = bid.Quality(keys);
        bool shown = bid.HasPrices && (tender.ShowsPrices || OpeningRules.ShowsInitialPrices(actor, tender, bid));
        db.Note(actor, "bid.read", bid.Subject, new { prices = shown }, clock.GetUtcNow());
        await db.Save(actor, ct);
        return new OpenedContent(bid, shown ? quality.Content.With(bid.Prices(keys)) : quality.Content, quality.Files, shown);
    }
}
