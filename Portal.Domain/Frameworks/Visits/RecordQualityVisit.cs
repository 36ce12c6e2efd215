using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Records a quality visit for every region to read, and tells the home's provider.</summary>
public sealed class RecordQualityVisit(PortalDb db, TimeProvider clock)
{
    public async Task<QualityVisitId> Execute(Actor actor, string urn, VisitReport report, CancellationToken stop = default)
    {
        VisitedHome home = await db.HomeToVisit(actor, urn, stop);
        DateTimeOffset now = clock.GetUtcNow();
        QualityVisit visit = QualityVisit.Record(home, actor, report, LondonTime.DateOf(now), now);
        db.Add(visit);
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"A quality visit to {urn} is recorded", "Read what was found. Every region reads it too.", $"/frameworks/quality/homes/{urn}", now, $"visit/{visit.Id.Value}"));
        await db.Save(actor, stop);
        return visit.Id;
    }
}
