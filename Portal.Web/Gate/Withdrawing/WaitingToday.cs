using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Withdrawing;

/// <summary>Requests of the officer's authority that have waited for a fortnight, or whose child should have had the place by now: asked again, or withdrawn.</summary>
public sealed class WaitingToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 20;

    // Older ones have been asked about often enough; they stay in the list of decisions.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(182);
    private static readonly TimeSpan Long = TimeSpan.FromDays(14);
    private static readonly Outcome[] Waiting = [Outcome.Pending, Outcome.AllowWithApproval];

    public string Heading => "Requests that wait";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.PlacementOfficer))
        {
            return [];
        }

        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset since = now - Reach;
        DbSet<GateDecision> all = db.GateDecisions;
        List<GateDecision> open = await all.AsNoTracking()
            .Where(d => d.Authority == actor.Organisation && d.RecordedAt >= since && Waiting.Contains(d.Outcome) && d.Occasion != DecisionOccasion.Withdrawn)
            .Where(d => !all.Any(later => later.Line == d.Line && later.Number > d.Number))
            .OrderBy(d => d.RecordedAt).Take(Most).ToListAsync(cancel);
        return [.. open.Select(d => Item(d, now)).OfType<TodayItem>()];
    }

    private static TodayItem? Item(GateDecision decision, DateTimeOffset now)
    {
        DateTimeOffset? neededBy = decision.Facts.Need.NeededBy;
        bool passed = neededBy < now;
        string what = $"Child {decision.ChildReference ?? "without a reference yet"}, {decision.HomeUrn ?? "a home not listed"} at {decision.Price} a {decision.Unit}";
        return passed || now - decision.RecordedAt >= Long
            ? new TodayItem($"Still needed? {what}", $"/gate/decisions/{decision.Id.Value}", neededBy, passed ? "Overdue" : "Waiting", "Ask the gate again with what is new, or withdraw the request.")
            : null;
    }
}
