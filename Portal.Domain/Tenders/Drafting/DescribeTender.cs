using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Says what is bought, under which rules and for how much.</summary>
public sealed class DescribeTender(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, TenderBasics basics, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.Describe(basics);
        await db.Save(actor, stop);
    }
}
