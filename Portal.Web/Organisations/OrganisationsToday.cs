using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Unread messages of the actor.</summary>
public sealed class UnreadMessages(PortalDb db) : ITodayTask
{
    public string Heading => "Messages";

    public int Order => 100;

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        List<Message> unread = await InboxController.InboxOf(db, actor).Where(m => m.ReadAt == null).OrderByDescending(m => m.SentAt).Take(5).ToListAsync(cancel);
        return [.. unread.Select(m => new TodayItem(m.Subject, OrganisationLinks.Inbox + "/" + m.Id.Value, null, "New", "Sent " + London.Short(m.SentAt)))];
    }
}

/// <summary>Providers that wait for a buyer's administrator to verify them: two working days are promised.</summary>
public sealed class ProvidersToVerify(PortalDb db) : ITodayTask
{
    public string Heading => "Providers to verify";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        bool buyer = actor.Is(Role.Administrator) && await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && (o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative), cancel);
        if (!buyer)
        {
            return [];
        }

        var waiting = await db.AwaitingProviders
            .OrderBy(o => o.Id).Take(10).Select(o => new { o.Code, o.Name }).ToListAsync(cancel);
        return [.. waiting.Select(p => new TodayItem($"Verify {p.Name}", OrganisationLinks.Verify(p.Code), null, "Awaiting verification"))];
    }
}

/// <summary>Homes whose free places nobody has confirmed for a week.</summary>
public sealed class VacanciesToConfirm(PortalDb db, TimeProvider clock) : ITodayTask
{
    public string Heading => "Homes and vacancies";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Is(Role.ProviderBidder))
        {
            return [];
        }

        DateTimeOffset weekAgo = clock.GetUtcNow().AddDays(-7);
        int stale = await db.ProviderHomes.CountAsync(h => h.Provider == actor.Organisation && (h.OccupancyStatedAt == null || h.OccupancyStatedAt < weekAgo), cancel);
        return stale == 0 ? [] : [new TodayItem(stale == 1 ? "Confirm the free places of one home" : $"Confirm the free places of {stale} homes", OrganisationLinks.Homes, null, "Due", "Not confirmed for a week")];
    }
}

/// <summary>Evidence that lapses within 60 days or has lapsed, and what buyers ask to see.</summary>
public sealed class EvidenceToRenew(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Soon = 60;

    public string Heading => "Evidence";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.ProviderBidder))
        {
            return [];
        }

        OrganisationId owner = actor.Organisation;
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        DateOnly horizon = today.AddDays(Soon);
        List<EvidenceDocument> lapsing = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == owner && d.RetiredAt == null && d.ExpiresOn <= horizon).OrderBy(d => d.ExpiresOn).Take(10).ToListAsync(cancel);
        List<EvidenceRequest> asked = await db.EvidenceRequests.AsNoTracking().Where(r => r.Provider == owner && r.Stage == EvidenceRequestStage.Asked).OrderBy(r => r.AskedAt).Take(10).ToListAsync(cancel);
        return
        [
            .. lapsing.Select(d => new TodayItem($"Renew “{d.Title}”", Library.EvidenceLinks.Of(d.Id.Value), LondonTime.StartOfDay(d.ExpiresOn!.Value.AddDays(1)), d.IsLapsed(today) ? "Lapsed" : "Lapsing")),
            .. asked.Select(r => new TodayItem($"Answer {r.BuyerName}, who asks for evidence", Library.EvidenceLinks.Request(r.Id.Value), null, "Waiting", GovWords.Of(r.Kind))),
        ];
    }
}
