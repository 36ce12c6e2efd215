using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Sets the dates of a draft; the check page says what the law thinks of them.</summary>
public sealed class ScheduleTender(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, TenderDates dates, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.Schedule(dates);
        await db.Save(actor, stop);
    }
}
