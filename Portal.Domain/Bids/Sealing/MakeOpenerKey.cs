using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Sets up a person's opening key under a passphrase that the portal made and showed once. A person who lost it may start again while holding no share of a tender that is still sealed.</summary>
public sealed class MakeOpenerKey(PortalDb db, TimeProvider clock)
{
    public async Task<OpenerKey> Execute(Actor holder, string passphrase, CancellationToken ct)
    {
        holder.MustBe(Role.Opener, Role.Legal);
        if (await db.OpenerKeys.SingleOrDefaultAsync(k => k.Person == holder.Person, ct) is { } old)
        {
            await MustHoldNothing(holder, ct);
            db.Remove(old);
            await db.Save(holder, ct);
        }

        OpenerKey key = OpenerKey.Make(holder, passphrase, clock.GetUtcNow());
        db.Add(key);
        await db.Save(holder, ct);
        return key;
    }

    private async Task MustHoldNothing(Actor holder, CancellationToken ct)
    {
        List<TenderSeal> waiting = await (from seal in db.TenderSeals.AsNoTracking()
                                          join tender in db.Tenders on seal.Tender equals tender.Id
                                          where seal.DealtAt != null && (tender.Stage == TenderStage.Open || tender.Stage == TenderStage.Closed)
                                          select seal).ToListAsync(ct);
        if (waiting.Find(s => s.Shares.Any(d => d.Person == holder.Person.Value)) is { } held)
        {
            throw new RuleBroken("SHARE_HELD", $"Your key holds a share of tender {held.TenderRef}, which is not opened yet. The other openers can open it without you; set up a new key afterwards.", "D1-03");
        }
    }
}
