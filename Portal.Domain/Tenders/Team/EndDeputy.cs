using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Team;

/// <summary>Ends a deputy's time early.</summary>
public sealed class EndDeputy(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, PersonId deputy, TeamPart part, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.EndDeputy(deputy, part, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
