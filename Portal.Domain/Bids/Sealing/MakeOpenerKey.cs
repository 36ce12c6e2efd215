using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Sets up a person's opening key under a passphrase that the portal made and showed once, or under a passkey. A person who lost it may start again as long as two others can still open every tender that the old key held a share of; they deal the shares anew.</summary>
public sealed class MakeOpenerKey(PortalDb db, TimeProvider clock)
{
    public async Task<OpenerKey> Execute(Actor holder, KeyProof proof, CancellationToken ct)
    {
        holder.MustBe(Role.Opener, Role.Legal);
        if (await db.OpenerKeys.SingleOrDefaultAsync(k => k.Person == holder.Person, ct) is { } old)
        {
            await OthersMustSuffice(holder, ct);
            db.Remove(old);
            await db.Save(holder, ct);
        }

        OpenerKey key = OpenerKey.Make(holder, proof, clock.GetUtcNow());
        db.Add(key);
        await db.Save(holder, ct);
        return key;
    }

    private async Task OthersMustSuffice(Actor holder, CancellationToken ct)
    {
        List<TenderSeal> waiting = await (from seal in db.TenderSeals.AsNoTracking()
                                          join tender in db.Tenders on seal.Tender equals tender.Id
                                          where seal.Round == tender.Round && seal.DealtAt != null && seal.PricesOpenedAt == null && OpeningRules.WithSealedEnvelopes.Contains(tender.Stage)
                                          select seal).ToListAsync(ct);
        foreach (TenderSeal held in waiting.Where(s => s.Shares.Any(d => d.Person == holder.Person.Value)))
        {
            PersonId[] others = [.. held.Shares.Where(s => s.Person != holder.Person.Value).Select(s => new PersonId(s.Person))];
            if (await db.OpenerKeys.CountAsync(k => others.Contains(k.Person) && k.MadeAt <= held.DealtAt, ct) < TenderSeal.Needed)
            {
                throw new RuleBroken("SHARE_HELD", $"Your key holds a share of tender {held.TenderRef}, and without it fewer than two could open. Find your passphrase, or ask legal.", "D1-03");
            }
        }
    }
}
