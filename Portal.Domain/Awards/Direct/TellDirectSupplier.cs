using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>Adds the word to the supplier of a direct award that the procurement has ended without award; once, and the caller saves it with its own step.</summary>
public sealed class TellDirectSupplier(PortalDb db, TimeProvider clock)
{
    public async Task Execute(TenderId id, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(id, stop);
        if (tender is not { IsDirect: true, Cancelled: { } ended } || await db.DirectAwardOf(id, stop) is not { } direct)
        {
            return;
        }

        string key = $"terminated/{tender.Ref}/direct/{direct.Supplier.Value}";
        if (!await db.Messages.AnyAsync(m => m.Key == key, stop))
        {
            db.Add(Message.ToOrganisation(direct.Supplier, Role.ProviderBidder, $"The direct award {tender.Ref} has ended", $"No contract will be awarded to you by {tender.Title}: {ended.Reason}", $"/tenders/{tender.Ref}/notices", clock.GetUtcNow(), key));
        }
    }
}
