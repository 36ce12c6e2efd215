using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Ends a home's suspension, when its checks hold again.</summary>
public sealed class ReinstateHome(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, string reason, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        DateTimeOffset now = clock.GetUtcNow();
        home.Reinstate(await db.RegulatorViewOf(urn, stop), framework.Lot(lotNumber).MinimumJudgement, LondonTime.DateOf(now), reason);
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"{urn} is usable again on lot {lotNumber} of {reference}", $"The suspension is lifted: {reason.Trim()}", "/frameworks/own", now));
        await db.Save(actor, stop);
    }
}
