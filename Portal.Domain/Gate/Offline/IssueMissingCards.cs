using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Offline;

/// <summary>Gives a first card to every authority that places children and has none that is good today; the weekly procedure follows from it.</summary>
public sealed class IssueMissingCards(PortalDb db, IssueOfflineCard issue, TimeProvider clock)
{
    /// <summary>Returns how many cards were issued.</summary>
    public async Task<int> Execute(CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        OrganisationId[] held = await db.OfflineCards.Where(c => c.LastDay >= today).Select(c => c.Authority).Distinct().ToArrayAsync(cancel);
        OrganisationId[] without = [.. (await db.WithPlacementOfficers(cancel)).Except(held)];
        foreach (OrganisationId authority in without)
        {
            await issue.Execute(Actor.Portal, authority, cancel);
        }

        return without.Length;
    }
}
