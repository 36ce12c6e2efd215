using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Notices;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>On an awarded tender's public page: who won which lot, and the notices; empty before the award is public.</summary>
[ViewComponent(Name = "TenderOutcome")]
public sealed class TenderOutcome(PortalDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Tender tender, PublicStatus status)
    {
        Award? award = status == PublicStatus.Awarded ? await db.Awards.AsNoTracking().SingleOrDefaultAsync(a => a.Tender == tender.Id) : null;
        // Bidders learn the result before the public does: the notice makes it public (A7-06).
        IReadOnlyList<AwardedBid> winners = award?.NoticePublishedAt is null ? [] : award.Winners;
        NoticeLine[] notices = [.. (await db.Notices.AsNoTracking().Where(n => n.TenderRef == tender.Ref).OrderByDescending(n => n.PublishedAt).ToListAsync()).Select(n => new NoticeLine(n.ReleaseId, $"{NoticeWords.Of(n.Kind).Number} {NoticeWords.Of(n.Kind).Title}{OfLot(tender, n)}", n.PublishedAt))];
        return View("/Tenders/Interest/TenderOutcome.cshtml", new TenderOutcomePart(tender.Ref, winners, notices, award?.SignedAt));
    }

    // The notice that ended one lot names it in its title.
    private static string OfLot(Tender tender, Notice notice) =>
        tender.LotsEnded.FirstOrDefault(l => notice.Title == $"{tender.Title}: lot {l.Number}") is { } lot ? $", lot {lot.Number}" : "";
}

/// <summary>A published notice in a list.</summary>
public sealed record NoticeLine(string ReleaseId, string Title, DateTimeOffset At);

/// <summary>Who won, and what was published.</summary>
public sealed record TenderOutcomePart(string Ref, IReadOnlyList<AwardedBid> Winners, IReadOnlyList<NoticeLine> Notices, DateTimeOffset? SignedAt)
{
    /// <summary>Each lot with its suppliers in order of rank.</summary>
    public IEnumerable<(string Lot, string Suppliers)> Lots => Winners.GroupBy(w => w.LotNumber).OrderBy(l => l.Key.Length).ThenBy(l => l.Key, StringComparer.Ordinal)
        .Select(lot => (lot.Key, string.Join(", ", lot.OrderBy(w => w.Rank).Select(w => w.BidderName).Distinct())));
}
