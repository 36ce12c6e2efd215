using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Deals a tender's shares anew when an opener lost the passphrase or was replaced: two who still hold shares give their passphrases or passkeys within the window. Only the openers' half is joined, so nothing can be read by it.</summary>
public sealed class RedealShares(PortalDb db, RedealTable table, TimeProvider clock)
{
    /// <summary>True when the shares were dealt; false while a second holder is awaited.</summary>
    public async Task<bool> Execute(Actor actor, string reference, KeyProof proof, CancellationToken ct)
    {
        Tender tender = await db.LoadTender(actor, reference, ct);
        TenderSeal seal = await db.TenderSeals.SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Round == tender.Round, ct) ?? throw new NotFound("Sealing keys");
        IReadOnlyList<OpenerKey> keys = await Keys(tender, seal, ct);
        OpenerKey? own = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == actor.Person, ct);
        RuleBroken.If([.. WhatBlocks(tender, seal, own)]);
        OpenerKey key = own!;
        DealtShare dealt = seal.Shares.Single(s => s.Person == actor.Person.Value);
        if (key.OpenShares(dealt, proof, tender.Ref) is not { } shares)
        {
            db.Note(actor, "seal.redealRefused", tender.Subject, new { why = proof.RefusalCode }, clock.GetUtcNow());
            await db.Save(actor, ct);
            throw proof.Refusal;
        }

        return await Deal(actor, tender, seal, keys, table.Sit(tender.Id, actor, shares), ct);
    }

    /// <summary>Why the shares cannot be dealt anew by the holder of this key now. An opener who was replaced may still help: it gives that person nothing.</summary>
    public static IEnumerable<Reason> WhatBlocks(Tender tender, TenderSeal seal, OpenerKey? own)
    {
        if (!tender.HasSealedEnvelopes || seal.PricesOpenedAt is not null || !seal.IsDealt)
        {
            yield return new Reason("NOT_DEALT", "Shares are dealt anew only while bids, or their prices, are sealed under dealt shares.", "D1-03");
        }
        else if (!seal.IsHeldBy(own))
        {
            yield return new Reason("NO_SHARE", "You hold no share that can be used. Two who do can deal the shares anew, and then you hold one again.", "D1-03");
        }
    }

    private async Task<bool> Deal(Actor actor, Tender tender, TenderSeal seal, IReadOnlyList<OpenerKey> keys, IReadOnlyList<HeldShares> present, CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        db.Note(actor, "seal.redealAttended", tender.Subject, new { present = present.Count, needed = TenderSeal.Needed }, now);
        if (present.Count >= TenderSeal.Needed)
        {
            db.RemoveRange(await db.OpeningSeats.Where(s => s.Tender == tender.Id).ToListAsync(ct)); // what was passed on there is a share of the old half
            seal.Redeal(present, [.. keys.Select(k => (k, !tender.HasOnTeam(k.Person, TeamPart.Opener)))], now);
            foreach (PersonId person in keys.Select(k => k.Person))
            {
                db.Add(Message.ToPerson(person, $"You hold a new share of tender {tender.Ref}", $"The shares were dealt anew, the last word by {actor.Name}. Your own passphrase or passkey stays the same: test it.", "/openings", now));
            }
        }

        await db.Save(actor, ct);
        if (present.Count < TenderSeal.Needed)
        {
            return false;
        }

        table.Clear(tender.Id);
        return true;
    }

    /// <summary>The keys of everybody named to open, and of whoever holds the recovery share.</summary>
    private async Task<IReadOnlyList<OpenerKey>> Keys(Tender tender, TenderSeal seal, CancellationToken ct)
    {
        PersonId[] people = [.. tender.Team.Where(m => m.Part == TeamPart.Opener).Select(m => m.Person), .. seal.Shares.Where(s => s.Recovery).Select(s => new PersonId(s.Person))];
        return await db.OpenerKeys.AsNoTracking().Where(k => people.Contains(k.Person)).OrderBy(k => k.MadeAt).ToListAsync(ct);
    }
}
