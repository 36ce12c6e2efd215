using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Replaces the price lines of a lot and the method by which prices are scored.</summary>
public sealed class SetPrices(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, IReadOnlyList<PriceLine> lines, PriceMethodChoice method, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ChangeLot(lot, "prices", l => l.PriceBy(lines, method));
        await db.Save(actor, stop);
    }
}
