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
        bool some = status == PublicStatus.Awarded || (status == PublicStatus.Closed && tender.HasLotsApart);
        List<Award> awards = some ? await db.Awards.AsNoTracking().Where(a => a.Tender == tender.Id).OrderBy(a => a.Part).ToListAsync() : [];
        // Bidders learn the result before the public does: the notice makes it public (A7-06).
        awards.RemoveAll(a => a.NoticePublishedAt is null);
        NoticeLine[] notices = [.. (await db.Notices.AsNoTracking().Where(n => n.TenderRef == tender.Ref).OrderByDescending(n => n.PublishedAt).ToListAsync()).Select(n => new NoticeLine(n.ReleaseId, $"{NoticeWords.Of(n.Kind).Number} {NoticeWords.Of(n.Kind).Title}{n.OfLots(tender.Title)}", n.PublishedAt))];
        return View("/Tenders/Interest/TenderOutcome.cshtml", new TenderOutcomePart(tender.Ref, [.. awards.SelectMany(a => a.Winners)], notices, [.. awards.Where(a => a.SignedAt is not null).Select(a => new SignedAward(tender.HasLotsApart ? $"Signed, {tender.PartInWords(a.Part)}" : "Signed", a.SignedAt!.Value))]));
    }
}

/// <summary>A published notice in a list.</summary>
public sealed record NoticeLine(string ReleaseId, string Title, DateTimeOffset At);

/// <summary>When the contracts of an award were signed.</summary>
public sealed record SignedAward(string What, DateTimeOffset At);

/// <summary>Who won, and what was published.</summary>
public sealed record TenderOutcomePart(string Ref, IReadOnlyList<AwardedBid> Winners, IReadOnlyList<NoticeLine> Notices, IReadOnlyList<SignedAward> Signed)
{
    /// <summary>Each lot with its suppliers in order of rank.</summary>
    public IEnumerable<(string Lot, string Suppliers)> Lots => Winners.GroupBy(w => w.LotNumber).OrderBy(l => l.Key.Length).ThenBy(l => l.Key, StringComparer.Ordinal)
        .Select(lot => (lot.Key, string.Join(", ", lot.OrderBy(w => w.Rank).Select(w => w.BidderName).Distinct())));
}
