using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>On every page of a tender, for whoever may bid: each lot's plain status, the countdown by the server's clock, and a way to ask for help. The main bid pages have their own, larger one.</summary>
[ViewComponent(Name = "BidStrip")]
public sealed class BidStrip(PortalDb db, CurrentActor current, TimeProvider clock) : ViewComponent
{
    private const string Page = "/Bids/BidStrip.cshtml";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        string? reference = (RouteData.Values["tender"] ?? RouteData.Values["tenderRef"]) as string;
        string path = HttpContext.Request.Path.Value ?? "";
        if (reference is null || current.Known is not { } actor || !actor.Is(Role.ProviderBidder) || HasItsOwn(path, BidLinks.Lots(reference)))
        {
            return Content("");
        }

        return await Read(actor.Organisation, reference, path) is { } page ? View(Page, page) : Content("");
    }

    // The list of lots, a lot's draft, its check page and its receipt say it themselves, and larger.
    private static bool HasItsOwn(string path, string lots) =>
        path.StartsWith(lots, StringComparison.Ordinal) && path[lots.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries) is [] or [_] or [_, "submit" or "receipt"];

    private async Task<BidStripPage?> Read(OrganisationId bidder, string reference, string path)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Tender? tender = await db.Tenders.AsNoTracking().Include(t => t.Lots).SingleOrDefaultAsync(t => t.Ref == reference && t.PublishedAt != null && (t.Stage == TenderStage.Open || t.Stage == TenderStage.Closed));
        if (tender?.ClosesAt is not { } closes)
        {
            return null;
        }

        return new BidStripPage(tender.Ref, path, closes, now, await Lots(tender, bidder, closes, now));
    }

    private async Task<IReadOnlyList<BidStatus>> Lots(Tender tender, OrganisationId bidder, DateTimeOffset closes, DateTimeOffset now)
    {
        HashSet<LotId> drafts = [.. await db.BidDrafts.Where(d => d.Tender == tender.Id && d.Bidder == bidder).Select(d => d.Lot).ToListAsync()];
        List<Standing> standing = await db.SealedBids.AsNoTracking().IgnoreAutoIncludes()
            .Where(b => b.Tender == tender.Id && b.Round == tender.Round && b.Bidder == bidder && b.Status != SealedBidStatus.Replaced && b.Status != SealedBidStatus.Withdrawn)
            .Select(b => new Standing(b.Lot, b.ReceivedAt, b.Status != SealedBidStatus.InTime && b.Status != SealedBidStatus.Opened)).ToListAsync();
        return [.. tender.Lots
            .OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal)
            .Select(l => (Lot: l, Bid: standing.Where(b => b.Lot == l.Id).OrderBy(b => b.Late).ThenByDescending(b => b.ReceivedAt).FirstOrDefault()))
            .Select(x => new BidStatus(tender.Ref, x.Lot.Number, x.Lot.Title, x.Lot.Ended is null ? WordFor(x.Bid) : BidStatus.Ended, x.Bid?.ReceivedAt, drafts.Contains(x.Lot.Id), closes, now) { Ending = x.Lot.Ended })];
    }

    private static string WordFor(Standing? bid) => bid switch
    {
        null => BidStatus.NotSubmitted,
        { Late: true } => BidStatus.Late,
        _ => BidStatus.Submitted,
    };

    // A bid that stands for a lot, or lies in its late box.
    private sealed record Standing(LotId Lot, DateTimeOffset ReceivedAt, bool Late);
}

/// <summary>What the strip shows.</summary>
public sealed record BidStripPage(string Ref, string Path, DateTimeOffset ClosesAt, DateTimeOffset Now, IReadOnlyList<BidStatus> Lots)
{
    public bool IsOpen => Now <= ClosesAt;
}
