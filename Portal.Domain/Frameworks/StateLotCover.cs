using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records what its notice said of whom a lot is for; referrals and the gate go by the ages. A lot whose tender said so already brings it along, and what is recorded is not restated here.</summary>
public sealed class StateLotCover(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, LotCover cover, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        framework.StateCover(lotNumber, cover);
        await db.Save(actor, stop);
    }
}
