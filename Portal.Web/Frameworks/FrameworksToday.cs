using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>What frameworks need of the people who run them: applications to decide, deeds to record, prices to decide, homes to check, value nearly used.</summary>
public sealed class FrameworksToday(PortalDb db) : ITodayTask
{
    // Per cent of the estimated value from which the lead is reminded (A8-12).
    private const int NearlyUsed = 80;

    public string Heading => "Frameworks";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner, Role.QaLead))
        {
            return [];
        }

        Framework[] run = await db.Frameworks.AsNoTracking().IgnoreAutoIncludes().Where(f => f.Stage != FrameworkStage.Expired && (f.Lead == actor.Organisation || f.Cooperative == actor.Organisation)).ToArrayAsync(cancel);
        FrameworkId[] ids = [.. run.Select(f => f.Id)];
        return
        [
            .. actor.Is(Role.Commissioner, Role.RccCommissioner) ? await Joining(ids, cancel) : [],
            .. actor.Is(Role.Commissioner, Role.RccCommissioner) ? await Prices(ids, cancel) : [],
            .. await Homes(ids, cancel),
            .. run.Where(f => f.PercentUsed >= NearlyUsed).Select(f => new TodayItem($"{f.PercentUsed} % of the value of {f.Ref} is used", FrameworkLinks.Of(f.Ref), null, f.PercentUsed >= 100 ? "Urgent" : "Due soon", "Plan its successor (rule A8-12).")),
        ];
    }

    private async Task<IEnumerable<TodayItem>> Joining(FrameworkId[] ids, CancellationToken cancel)
    {
        var waiting = await (from accession in db.Accessions
                             join authority in db.Organisations on accession.Authority equals authority.Id
                             where ids.Contains(accession.Framework) && (accession.Stage == AccessionStage.Applied || accession.Stage == AccessionStage.Approved)
                             orderby accession.AppliedAt
                             select new { accession.Id, accession.FrameworkRef, accession.Stage, authority.Name, accession.AppliedAt }).Take(50).ToListAsync(cancel);
        return waiting.Select(w => new TodayItem(
            w.Stage == AccessionStage.Applied ? $"Decide whether {w.Name} joins {w.FrameworkRef}" : $"Record the deed of {w.Name} for {w.FrameworkRef}",
            $"{FrameworkLinks.Of(w.FrameworkRef)}/accessions/{w.Id.Value}", null, "Waiting", $"Applied {LondonTime.ForPeople(w.AppliedAt)}"));
    }

    private async Task<IEnumerable<TodayItem>> Prices(FrameworkId[] ids, CancellationToken cancel)
    {
        var waiting = await (from home in db.HomeAdmissions
                             join schedule in db.PriceSchedules on home.Id equals schedule.HomeAdmission
                             where ids.Contains(home.Framework) && schedule.Status == PriceScheduleStatus.Proposed
                             orderby schedule.From
                             select new { home.FrameworkRef, home.LotNumber, home.HomeUrn, schedule.From }).Take(50).ToListAsync(cancel);
        return waiting.Select(w => new TodayItem(
            $"Decide on the new price of {w.HomeUrn}", FrameworkLinks.Home(w.FrameworkRef, w.LotNumber, w.HomeUrn), LondonTime.StartOfDay(w.From), "Waiting", $"{w.FrameworkRef}, lot {w.LotNumber}"));
    }

    private async Task<IEnumerable<TodayItem>> Homes(FrameworkId[] ids, CancellationToken cancel)
    {
        var waiting = await db.HomeAdmissions.Where(h => ids.Contains(h.Framework) && h.Status == HomeAdmissionStatus.Pending)
            .GroupBy(h => h.FrameworkRef).Select(g => new { Ref = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return waiting.Select(w => new TodayItem(
            w.Count == 1 ? $"Check 1 home for {w.Ref}" : $"Check {w.Count} homes for {w.Ref}", $"{FrameworkLinks.Of(w.Ref)}/homes?status=Pending", null, "Pending"));
    }
}
