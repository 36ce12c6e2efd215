using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>Follow-up duties on which the actor acts, one line for each placement, the newest placements first where there are many.</summary>
public sealed class DutiesToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 5;

    public string Heading => "Follow-up duties";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        Duty[] mine = DutyHands.Of(actor);
        if (mine.Length == 0)
        {
            return [];
        }

        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(actor);
        IQueryable<FollowUpDuty> waiting = db.FollowUpDuties.AsNoTracking().Where(d => d.DoneAt == null && d.DueBy != null && mine.Contains(d.What) && authorities.Contains(d.Authority));
        List<FollowUpDuty> open = await waiting.OrderByDescending(d => d.DueBy).Take(Most * mine.Length).ToListAsync(cancel);
        FollowUpDuty[][] lines = [.. open.GroupBy(d => d.Line).Take(Most).Select(line => line.OrderBy(d => d.DueBy).ToArray())];
        IReadOnlyDictionary<GateDecisionId, PlacementName> names = await PlacementName.Of(db, open, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        int left = await waiting.CountAsync(cancel) - lines.Sum(line => line.Length);
        IEnumerable<TodayItem> rest = left > 0 ? [new TodayItem($"{left} more follow-up {(left == 1 ? "duty" : "duties")}", "/gate/duties", null, "Due")] : [];
        return [.. lines.Select(line => Item(line, names[line[0].Line], now)), .. rest];
    }

    private static TodayItem Item(FollowUpDuty[] owed, PlacementName placement, DateTimeOffset now)
    {
        FollowUpDuty first = owed[0];
        string status = first.EscalatedAt is not null ? "Escalated" : first.DueBy < now ? "Overdue" : "Due";
        return owed.Length == 1
            ? new TodayItem($"{GateWords.Of(first.What)}: {placement.InWords}", $"/gate/duties/{first.Id.Value}", first.DueBy, status)
            : new TodayItem($"{owed.Length} follow-up duties: {placement.InWords}", $"/gate/duties?placement={first.Line.Value}", first.DueBy, status, string.Join(". ", owed.Select(d => GateWords.Of(d.What))) + ".");
    }
}

/// <summary>A placement as people know it: the child's reference and the home.</summary>
public sealed record PlacementName(string? ChildReference, string Home)
{
    public string InWords => $"child {ChildReference ?? "without a reference yet"}, {Home}";

    /// <summary>By line: the latest decision of each, with the home's name.</summary>
    public static async Task<IReadOnlyDictionary<GateDecisionId, PlacementName>> Of(PortalDb db, IEnumerable<FollowUpDuty> duties, CancellationToken cancel)
    {
        GateDecisionId[] lines = [.. duties.Select(d => d.Line).Distinct()];
        List<GateDecision> decisions = await db.GateDecisions.AsNoTracking().Where(d => lines.Contains(d.Line)).OrderBy(d => d.Number).ToListAsync(cancel);
        string?[] urns = [.. decisions.Select(d => d.HomeUrn).Distinct()];
        Dictionary<string, string> homes = await db.ProviderHomes.AsNoTracking().Where(h => urns.Contains(h.Urn)).ToDictionaryAsync(h => h.Urn, h => h.Name, cancel);
        return decisions.GroupBy(d => d.Line).ToDictionary(l => l.Key, l => Of(l.Last(), homes));
    }

    private static PlacementName Of(GateDecision latest, Dictionary<string, string> homes) => new(
        latest.ChildReference,
        latest.HomeUrn is { } urn ? homes.TryGetValue(urn, out string? name) ? $"{name} ({urn})" : $"home {urn}" : latest.Asserted.Unlisted?.InWords ?? "a home that is not named yet");
}
