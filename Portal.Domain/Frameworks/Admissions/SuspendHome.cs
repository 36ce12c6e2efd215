using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Stops new call-offs from one home on one lot; children living there stay.</summary>
public sealed class SuspendHome(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, string reason, CancellationToken stop = default)
    {
        await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        home.Suspend(reason);
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"{urn} is suspended on lot {lotNumber} of {reference}", $"{reason.Trim()} No new child is placed there on this lot; children who live there stay.", "/frameworks/own", clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
