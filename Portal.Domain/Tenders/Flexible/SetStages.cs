using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Flexible;

/// <summary>Describes the stages of a competitive flexible procedure, or takes them out (A4-07).</summary>
public sealed class SetStages(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, FlexiblePlan? plan, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.SetStages(plan);
        await db.Save(actor, stop);
    }
}
