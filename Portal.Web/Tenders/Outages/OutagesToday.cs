using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Outages;

/// <summary>Extensions that wait for a commissioner's decision.</summary>
public sealed class OutagesToday(PortalDb db) : ITodayTask
{
    public string Heading => "Deadlines";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        List<Tender> waiting = await db.Tenders.AsNoTracking().Where(t => t.Buyer == actor.Organisation && t.ExtensionPending).OrderBy(t => t.ClosesAt).Take(50).ToListAsync(cancel);
        return [.. waiting.Select(t => new TodayItem($"Decide whether everybody gets more time for “{t.Title}”", $"{TenderLinks.Page(t.Ref)}/extension", t.OpensAt, "Waiting", "The portal was unavailable before the deadline."))];
    }
}
