using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;

namespace Portal.Domain.Bids.Opening;

/// <summary>An opener comes to the opening with a passphrase or a passkey. The second of two different people opens, in one act, every bid that was in time, or, when quality is agreed and frozen, their prices. Every attempt stands in the log.</summary>
public sealed class AttendOpening(PortalDb db, SealTender seals, OpenBids open, OpenPrices prices, ClockWatch watch, TimeProvider clock)
{
    /// <summary>The record when this attendance opened the bids; null while another person is awaited.</summary>
    public async Task<OpeningRecord?> Execute(Actor actor, string reference, KeyProof proof, string? recoveryReason, CancellationToken ct)
    {
        Tender tender = await db.LoadTender(actor, reference, ct);
        TenderSeal seal = await SealOf(actor, tender, ct);
        IReadOnlyList<Reason> reasons = OpeningReadiness.WhatBlocks(tender, seal, actor, clock.GetUtcNow(), recoveryReason, watch.Ahead);
        if (reasons.Count > 0)
        {
            await Refuse(actor, tender, reasons[0].Code, ct);
            throw new RuleBroken(reasons);
        }

        List<OpeningSeat> others = [.. (await db.Seats(tender.Id, clock.GetUtcNow(), ct)).Where(s => s.Person != actor.Person && OpeningReadiness.IsNamed(tender, seal, s.Person))];
        IReadOnlyList<Share> shares = seal.IsDealt ? await Unlock(actor, tender, seal, proof, others, ct) : [];
        OpeningSeat own = await Sit(actor, tender, seal, shares.Count > 0 ? shares[0] : null, recoveryReason, ct);
        OpeningSeat[] present = [.. others, own];
        db.Note(actor, "opening.attended", tender.Subject, new { act = tender.ActDue.ToString(), present = present.Length, needed = TenderSeal.Needed }, clock.GetUtcNow());
        await db.Save(actor, ct);
        Present[] people = [.. present.Select(s => s.Who)];
        return people.Length < TenderSeal.Needed ? null
            : tender.ActDue == OpeningAct.Prices ? await prices.Open(actor, tender, seal, people, shares, ct)
            : await open.Open(actor, tender, seal, people, shares, ct);
    }

    private async Task<TenderSeal> SealOf(Actor actor, Tender tender, CancellationToken ct)
    {
        if (tender.HasSealedEnvelopes)
        {
            return await seals.Execute(tender, bidWaits: true, ct);
        }

        await Refuse(actor, tender, "WRONG_STAGE", ct);
        throw new RuleBroken("WRONG_STAGE", "There is nothing to open: no bids, or all have been opened already.", "D1-02");
    }

    /// <summary>The actor's own share first, then those that the people present passed on to the actor.</summary>
    private async Task<IReadOnlyList<Share>> Unlock(Actor actor, Tender tender, TenderSeal seal, KeyProof proof, List<OpeningSeat> others, CancellationToken ct)
    {
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == actor.Person, ct);
        DealtShare dealt = seal.Shares.Single(s => s.Person == actor.Person.Value);
        if (!seal.IsHeldBy(key))
        {
            await Refuse(actor, tender, "NO_SHARE", ct);
            throw new RuleBroken("NO_SHARE", "Your key is newer than your share, so it does not open it. Two others can open, or deal the shares anew.", "D1-03", "Passphrase");
        }

        byte[][] sealedShares = [dealt.Of(tender.ActDue), .. others.Select(s => s.PassedTo(actor.Person)).OfType<byte[]>()];
        if (key!.OpenShares(sealedShares, proof, tender.ActDue, tender.Ref) is { } shares)
        {
            return shares;
        }

        await Refuse(actor, tender, proof.RefusalCode, ct);
        throw proof.Refusal;
    }

    private async Task<OpeningSeat> Sit(Actor actor, Tender tender, TenderSeal seal, Share? share, string? recoveryReason, CancellationToken ct)
    {
        PersonId[] holders = [.. seal.Shares.Select(s => PersonId.From(s.Person)).Where(p => p != actor.Person)];
        List<OpenerKey> others = await db.OpenerKeys.AsNoTracking().Where(k => holders.Contains(k.Person)).ToListAsync(ct);
        OpeningSeat seat = await db.OpeningSeats.SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Person == actor.Person, ct)
            ?? db.Add(OpeningSeat.Take(tender.Id, actor)).Entity;
        seat.Sit(share, tender.ActDue, tender.Ref, others, recoveryReason, clock.GetUtcNow());
        return seat;
    }

    private async Task Refuse(Actor actor, Tender tender, string why, CancellationToken ct)
    {
        db.Note(actor, "opening.refused", tender.Subject, new { why }, clock.GetUtcNow());
        await db.Save(actor, ct);
    }
}
