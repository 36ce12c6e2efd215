using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Web.Furniture;

namespace Portal.Web.Notices;

/// <summary>Notices that a portal without a connection has handed over as files and that still need their national number (A3-10).</summary>
public sealed class NoticesToday(PortalDb db) : ITodayTask
{
    private const int AtMost = 10;

    private static readonly TimeSpan FallbackAfter = TimeSpan.FromHours(48);

    public string Heading => "Notices";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        List<Notice> waiting = await db.Notices.AsNoTracking()
            .Where(n => n.Buyer == actor.Organisation && (n.Delivery == NoticeDelivery.NotConnected || n.Delivery == NoticeDelivery.Rejected))
            .OrderByDescending(n => n.Row).Take(AtMost).ToListAsync(cancel);
        return
        [
            .. waiting.Where(n => n.Delivery == NoticeDelivery.Rejected).Select(n => new TodayItem(
                $"{NoticeWords.Of(n.Kind).Number} of {n.TenderRef} was not taken by the central digital platform",
                $"/tenders/{n.TenderRef}/notices/{n.ReleaseId}/send-again",
                n.PublishedAt + FallbackAfter,
                "Rejected",
                n.Rejection)),
            .. waiting.Where(n => n.Delivery == NoticeDelivery.NotConnected).Select(n => new TodayItem(
                $"Enter {NoticeWords.Of(n.Kind).Number} of {n.TenderRef} on the central digital platform and record its number",
                $"/tenders/{n.TenderRef}/notices/{n.ReleaseId}/national-number",
                n.PublishedAt + FallbackAfter,
                "To do",
                n.Title)),
        ];
    }
}
