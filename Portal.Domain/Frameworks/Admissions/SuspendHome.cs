using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Stops new call-offs from one home on one lot; children living there stay.</summary>
public sealed class SuspendHome(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, string reason, CancellationToken stop = default)
    {
        await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        home.Suspend(reason);
        await db.Save(actor, stop);
    }
}
