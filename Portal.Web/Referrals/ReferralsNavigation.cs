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

/// <summary>Offers that a placement officer has not looked at, and referrals to which nobody answered in time.</summary>
public sealed class OffersToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;

    public string Heading => "Places offered";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.PlacementOfficer))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        List<Referral> open = await db.Referrals.AsNoTracking().IgnoreAutoIncludes()
            .Where(r => r.Authority == actor.Organisation && (r.Stage == ReferralStage.Sent || r.Stage == ReferralStage.WindowClosed))
            .OrderByDescending(r => r.SentAt).Take(Most).ToListAsync(cancel);
        string[] references = [.. open.Select(r => r.Ref)];
        ILookup<string, Offer> offers = (await db.Offers.AsNoTracking().Where(o => references.Contains(o.ReferralRef) && o.Stage == OfferStage.Made).ToListAsync(cancel)).ToLookup(o => o.ReferralRef);
        return [.. open.Select(r => Item(r, [.. offers[r.Ref]], now)).OfType<TodayItem>()];
    }

    private static TodayItem? Item(Referral referral, Offer[] offers, DateTimeOffset now)
    {
        int unseen = offers.Count(o => o.Suitable is null);
        string page = $"/referrals/{referral.Ref}";
        string child = $"Child {referral.ChildReference}, referral {referral.Ref}";
        return (unseen, offers.Length) switch
        {
            (1, _) => new TodayItem("Look at one offer", page, referral.NeededBy, "New", child),
            ( > 1, _) => new TodayItem($"Look at {unseen} offers", page, referral.NeededBy, "New", child),
            (_, 0) when referral.IsWindowClosed(now) => new TodayItem("Nobody offered a place: search wider", page, referral.NeededBy, "Waiting", child),
            (_, > 0) when offers.Any(o => o.Suitable == true) => new TodayItem("Choose among the suitable offers", page, referral.NeededBy, "Waiting", child),
            _ => null,
        };
    }
}
