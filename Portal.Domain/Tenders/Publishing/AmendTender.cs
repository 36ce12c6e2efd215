using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Tenders.Publishing;

/// <summary>Changes a running tender before its deadline, for everybody alike (A7-01, A7-04).</summary>
public sealed class AmendTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, Amendment amendment, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        tender.Amend(amendment, now);
        TenderNews news = new($"Tender {tenderRef} has changed", $"{amendment.What}\n\nWhy: {amendment.Why}", $"/tenders/{tenderRef}", $"amended/{tender.Amendments.Count}");
        await db.TellWatchers(tender, news, now, stop);
        await db.Save(actor, stop);
    }
}
