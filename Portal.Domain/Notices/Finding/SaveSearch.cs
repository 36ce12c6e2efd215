using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Finding;

/// <summary>Keeps a search for a signed-in person.</summary>
public sealed class SaveSearch(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string name, NoticeSearch search, CancellationToken cancellation = default)
    {
        if (await db.SavedSearches.CountAsync(s => s.Person == actor.Person, cancellation) >= SavedSearch.Most)
        {
            throw new RuleBroken("TOO_MANY_SEARCHES", $"You keep {SavedSearch.Most} searches already. Delete one first.", field: "Name");
        }

        db.Add(SavedSearch.Keep(name, search, actor, clock.GetUtcNow()));
        await db.Save(actor, cancellation);
    }
}
