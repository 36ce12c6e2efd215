using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>Referrals for those who place children and for those who are asked.</summary>
public sealed class ReferralsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.PlacementOfficer) == true)
        {
            yield return new NavEntry("Find a place", "/referrals", 10);
        }

        if (actor?.Is(Role.ProviderBidder) == true)
        {
            yield return new NavEntry("Referrals", "/referrals/inbox", 30);
        }
    }
}

/// <summary>Referrals that wait for this provider's answer.</summary>
public sealed class ReferralsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;

    public string Heading => "Referrals";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.ProviderBidder))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        List<Referral> open = await db.Referrals.AsNoTracking()
            .Where(r => r.Stage == ReferralStage.Sent && r.WindowClosesAt > now && r.Recipients.Any(x => x.Provider == actor.Organisation && x.AnsweredAt == null))
            .OrderBy(r => r.WindowClosesAt).Take(Most).ToListAsync(cancel);
        return [.. open.Select(r => new TodayItem($"Answer referral {r.Ref}", $"/referrals/{r.Ref}/answer", r.WindowClosesAt, "New", $"Age {r.AgeBand}, {r.ServiceTypes.Count} suitable types of service"))];
    }
}
