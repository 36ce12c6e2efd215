using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Clarifications;

/// <summary>Questions that wait for the buyer's answer.</summary>
public sealed class ClarificationsToday(PortalDb db) : ITodayTask
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
            where tender.Buyer == actor.Organisation && tender.Stage == TenderStage.Open && asked.Stage == ClarificationStage.Asked
            orderby tender.ClosesAt, asked.Number
            select new { asked.Number, tender.Ref, tender.Title, tender.ClosesAt }).Take(Most).ToListAsync(cancel);
        return [.. waiting.Select(w => new TodayItem($"Answer question {w.Number} about “{w.Title}”", $"/tenders/{w.Ref}/questions/{w.Number}/answer", w.ClosesAt, "Waiting"))];
    }
}
