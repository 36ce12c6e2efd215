using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Says what framework the tender sets up, or that it sets up none.</summary>
public sealed class SetUpFramework(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, FrameworkTerms? terms, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        await db.MustNotJoinClosed(terms, tenderRef, stop);
        tender.SetUpFramework(terms);
        await db.Save(actor, stop);
    }
}
