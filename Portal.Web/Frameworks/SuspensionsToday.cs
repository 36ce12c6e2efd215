using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Suspensions that the quality lead's region has made: each is looked at every week, and lifted once what stopped the home is put right.</summary>
public sealed class SuspensionsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;
    private const int Week = 7;

    public string Heading => "Suspended homes";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.QaLead) || await db.CooperativeCodeOf(actor, cancel) is not { } region)
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        List<QaRestriction> held = await db.QaRestrictions.AsNoTracking()
            .Where(r => r.LiftedAt == null && r.Kind == QaRestrictionKind.Suspension && r.ByCooperative == region).OrderBy(r => r.From).Take(Most).ToListAsync(cancel);
        return [.. held.Select(r => new TodayItem($"Look again at the suspension of {r.HomeUrn ?? "a provider’s homes"}", $"/frameworks/quality/{r.Id.Value}/lift", NextLook(r.From, now), "Due", r.Reason))];
    }

    /// <summary>A whole number of weeks after it began, today or later.</summary>
    public static DateTimeOffset NextLook(DateTimeOffset from, DateTimeOffset now) =>
        from.AddDays(Week * Math.Max(1, Math.Ceiling((now - from).TotalDays / Week)));
}
