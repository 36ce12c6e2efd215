using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>Uplifts that wait for somebody: evidence to look at, a vote to cast, money to confirm.</summary>
public sealed class UpliftsToday(PortalDb db, TimeProvider clock) : ITodayTask
{
    private const int Most = 50;

    public string Heading => "Uplifts";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is([Role.RccCommissioner, Role.Finance, .. VoteOnUplift.Voters]))
        {
            return [];
        }

        OrganisationId own = actor.Organisation;
        List<Uplift> open = await (await db.UpliftsFor(actor, cancel)).AsNoTracking().AsSplitQuery()
            .Where(u => u.Stage == UpliftStage.Asked || u.Stage == UpliftStage.BeforeBoard || u.Stage == UpliftStage.Carried).OrderBy(u => u.AskedAt).Take(Most).ToListAsync(cancel);
        HashSet<FrameworkId> run = [.. await db.Frameworks.Where(f => f.Lead == own || f.Cooperative == own).Select(f => f.Id).ToListAsync(cancel)];
        DateTimeOffset now = clock.GetUtcNow();
        return [.. open.Select(u => ItemOf(u, actor, run.Contains(u.Framework), now)).OfType<TodayItem>()];
    }

    private static TodayItem? ItemOf(Uplift uplift, Actor actor, bool runs, DateTimeOffset now) => uplift.Stage switch
    {
        UpliftStage.Asked when runs && actor.Is(Role.Commissioner, Role.RccCommissioner) =>
            new TodayItem($"Look at the evidence for an uplift on {uplift.FrameworkRef}", UpliftLinks.One(uplift.Id), null, "Waiting", $"Asked {LondonTime.ForPeople(uplift.AskedAt)}"),
        UpliftStage.BeforeBoard when actor.Is([.. VoteOnUplift.Voters]) && !uplift.WhatBlocksVote(actor, now).Any() =>
            new TodayItem($"Vote on an uplift on {uplift.FrameworkRef}", UpliftLinks.One(uplift.Id), uplift.VoteClosesAt, "Open", "Your authority has one vote"),
        UpliftStage.Carried when runs && actor.Is(Role.Finance) =>
            new TodayItem($"Confirm that an uplift on {uplift.FrameworkRef} can be paid", UpliftLinks.One(uplift.Id), LondonTime.StartOfDay(uplift.AskedFrom), "Waiting", "Carried by the board"),
        _ => null,
    };
}
