using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Frameworks;

/// <summary>A provider asks to raise its homes' prices on a lot under the framework's rule; one request at a time, and each home once in twelve months. The documents it chose may be read by the framework's lead and co-operative.</summary>
public sealed class AskForUplift(PortalDb db, TimeProvider clock)
{
    public async Task<UpliftId> Execute(Actor actor, string reference, string lotNumber, UpliftAsked asked, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Framework framework = await db.LoadFramework(reference, stop);
        Admission admission = await db.LoadAdmission(reference, lotNumber, actor.Organisation, stop);
        if (admission.Status == AdmissionStatus.Left || framework.Stage != FrameworkStage.Live || asked.From > framework.EndsOn)
        {
            throw new RuleBroken("FRAMEWORK_TERM", $"Prices rise only on a lot you are on and within the framework’s term, to {LondonTime.Day(framework.EndsOn)}.", "A8-11", "From");
        }

        UpliftRule rule = await db.UpliftRules.SingleOrDefaultAsync(r => r.Framework == framework.Id, stop) ?? throw new RuleBroken("NO_RULE", "No uplift rule is recorded for this framework. Ask its lead.", "care-sector §1.3");
        List<HomeAdmission> homes = await db.HomeAdmissions.Include(h => h.Schedules).Where(h => h.Framework == framework.Id && h.LotNumber == lotNumber && h.Provider == actor.Organisation && asked.Homes.Contains(h.HomeUrn)).ToListAsync(stop);
        if (homes.Count != asked.Homes.Distinct().Count())
        {
            throw new RuleBroken("HOMES", "Choose homes of your own on this lot.", field: "Homes");
        }

        await MustBeTheOnlyOne(framework, lotNumber, asked, homes, actor, stop);
        var uplift = Uplift.Ask(rule, framework.Lot(lotNumber), asked, homes, actor, clock.GetUtcNow());
        await Share(uplift, framework, actor, stop);
        db.Add(uplift);
        db.TellLead(uplift, framework, actor, uplift.AskedAt);
        await db.Save(actor, stop);
        return uplift.Id;
    }

    private async Task MustBeTheOnlyOne(Framework framework, string lotNumber, UpliftAsked asked, List<HomeAdmission> homes, Actor actor, CancellationToken stop)
    {
        HomeAdmissionId[] ids = [.. homes.Select(h => h.Id)];
        List<Uplift> earlier = await db.Uplifts.AsNoTracking().AsSplitQuery().Where(u => u.Framework == framework.Id && u.LotNumber == lotNumber && u.Provider == actor.Organisation).ToListAsync(stop);
        if (earlier.Exists(u => u.IsOpen && u.Stage != UpliftStage.Confirmed))
        {
            throw new RuleBroken("UPLIFT_OPEN", "An uplift on this lot is being decided already.");
        }

        if (earlier.Exists(u => u.HoldsFrom?.AddYears(1) > asked.From && u.Homes.Any(h => h.LeftOutBecause is null && ids.Contains(h.HomeAdmission))))
        {
            throw new RuleBroken("UPLIFT_YEARLY", "Prices rise at most once in twelve months, and a home you chose has risen within them.", "care-sector §1.3", "From");
        }
    }

    private async Task Share(Uplift uplift, Framework framework, Actor actor, CancellationToken stop)
    {
        EvidenceDocumentId[] ids = [.. uplift.Evidence.Select(EvidenceDocumentId.From)];
        List<EvidenceDocument> documents = await db.EvidenceDocuments.Where(d => d.Owner == actor.Organisation && d.RetiredAt == null && ids.Contains(d.Id)).ToListAsync(stop);
        if (documents.Count != ids.Length)
        {
            throw new RuleBroken("UPLIFT_EVIDENCE", "Choose documents of your own evidence library.", field: "Evidence");
        }

        foreach (EvidenceDocument document in documents)
        {
            document.ShareWith(framework.Lead);
            document.ShareWith(framework.Cooperative);
        }
    }
}
