using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>Changes of uplift rules that wait for a second person who runs the framework.</summary>
public sealed class UpliftRulesToday(PortalDb db) : ITodayTask
{
    public string Heading => "Uplift rules";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        OrganisationId own = actor.Organisation;
        List<UpliftRule> run = await db.UpliftRules.AsNoTracking().Where(r => db.Set<Framework>().Any(f => f.Id == r.Framework && (f.Lead == own || f.Cooperative == own))).OrderBy(r => r.FrameworkRef).ToListAsync(cancel);
        return [.. run.Where(r => r.Proposal is { } waiting && waiting.By != actor.Person).Select(r => new TodayItem(
            $"Agree a change of the uplift rule of {r.FrameworkRef}",
            UpliftLinks.Of(r.FrameworkRef),
            LondonTime.StartOfDay(r.Proposal!.Variation.From),
            "Waiting",
            $"Proposed by {r.Proposal.ByName}"))];
    }
}
