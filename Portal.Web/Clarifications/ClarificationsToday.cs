using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Clarifications;

/// <summary>Questions that wait for the buyer's answer.</summary>
public sealed class ClarificationsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 30;

    public string Heading => "Questions to answer";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        var waiting = await (
            from asked in db.Clarifications.AsNoTracking()
            join tender in db.Tenders on asked.Tender equals tender.Id
            where tender.Buyer == actor.Organisation && (tender.Stage == TenderStage.Open || tender.Stage == TenderStage.Requesting || tender.Stage == TenderStage.Shortlisting) && asked.Stage == ClarificationStage.Asked
            orderby tender.ClosesAt, asked.Number
            select new { asked.Number, Tender = tender }).Take(Most).ToListAsync(cancel);
        DateTimeOffset now = clock.GetUtcNow();
        return
        [
            .. waiting.GroupBy(w => w.Tender.Id).Select(g => Alarm(g.First().Tender, g.Count(), now)).OfType<TodayItem>(),
            .. waiting.Select(w => new TodayItem($"Answer question {w.Number} about “{w.Tender.Title}”", $"/tenders/{w.Tender.Ref}/questions/{w.Number}/answer", w.Tender.ClosesAt, "Waiting")),
        ];
    }

    private static TodayItem? Alarm(Tender tender, int unanswered, DateTimeOffset now) => LateAnswers.Of(tender, unanswered, now) is { } late
        ? new TodayItem(
            $"Unanswered questions about “{tender.Title}”: think about more time for all", $"/tenders/{tender.Ref}/questions", tender.ClosesAt, "Overdue",
            late.Proposed is { } proposed ? $"The portal proposes {Domain.Law.LondonTime.ForPeople(proposed)}." : "Answer them today.")
        : null;
}
