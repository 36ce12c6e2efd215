using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Frameworks;

/// <summary>Opens the homes again that a lapse had stopped, once a buyer has accepted the renewed version and every other check holds; of a home that stays stopped the quality lead learns why.</summary>
public sealed class ReinstateOnRenewal(PortalDb db, TimeProvider clock)
{
    public async Task Execute(EvidenceDocumentId id, CancellationToken stop = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        EvidenceDocument document = await db.EvidenceDocuments.SingleAsync(d => d.Id == id, stop);
        if (document.IsLapsed(today) || document.Reviews.Where(r => r.Version == document.Current.Number).OrderBy(r => r.At).ThenBy(r => r.Id).LastOrDefault() is not { Accepted: true })
        {
            return;
        }

        List<HomeAdmission> homes = await db.HomeAdmissions.Include(h => h.Checks).Include(h => h.Schedules).AsSplitQuery().Where(h => h.LapsedEvidence == id && h.Status == HomeAdmissionStatus.Suspended).ToListAsync(stop);
        foreach (HomeAdmission home in homes)
        {
            Framework framework = await db.Frameworks.SingleAsync(f => f.Id == home.Framework, stop);
            IReadOnlyList<Reason> blocks = home.ReinstateAfterLapse(id, await db.RegulatorViewOf(home.HomeUrn, stop), framework.Lot(home.LotNumber).MinimumJudgement, today);
            if (blocks.Count > 0)
            {
                string key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"stopped/{id.Value}/{document.Current.Number}/{home.Id.Value}");
                db.Add(Message.ToOrganisation(framework.Cooperative, Role.QaLead, $"Home {home.HomeUrn} stays stopped on {framework.Ref}", string.Join(" ", blocks.Select(b => b.Text)), $"/frameworks/{framework.Ref}", now, key));
            }
        }

        await db.Save(Actor.Portal, stop);
    }
}
