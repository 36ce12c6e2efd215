using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders;

/// <summary>What the tenders room asks of people: drafts to finish or publish, conflicts to assess.</summary>
public sealed class TendersToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;

    public string Heading => "Tenders";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner, Role.Legal))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        List<Tender> drafts = await db.Tenders.AsNoTracking().AsSplitQuery().Include(t => t.Lots).Include(t => t.Team).Include(t => t.Documents)
            .Where(t => t.Buyer == actor.Organisation && t.Stage == TenderStage.Drafting).OrderByDescending(t => t.DraftedAt).Take(Most).ToListAsync(cancel);
        List<TodayItem> items = [];
        foreach (Tender draft in drafts)
        {
            if (Item(draft, actor, draft.Findings(now, await db.StandingFor(draft, now, cancel)).Count) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static TodayItem? Item(Tender draft, Actor actor, int open)
    {
        if (draft.Conflicts is null && draft.DraftedBy != actor.Person)
        {
            return new TodayItem($"Assess conflicts of interest for “{draft.Title}”", TenderLinks.Of(draft.Ref, TenderSection.Conflicts), null, "Waiting", "A colleague of the drafter has to (rule A3-07).");
        }

        if (actor.Is(Role.Legal) && !actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return null;
        }

        return open == 0
            ? new TodayItem($"Publish “{draft.Title}”", TenderLinks.Publish(draft.Ref), null, "Ready", "Nothing blocks it.")
            : draft.DraftedBy == actor.Person ? new TodayItem($"Finish the draft “{draft.Title}”", TenderLinks.Draft(draft.Ref), null, "Draft", open == 1 ? "One thing is missing." : $"{open} things are missing.") : null;
    }
}
