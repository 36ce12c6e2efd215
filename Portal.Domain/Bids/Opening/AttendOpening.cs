using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>An opener comes to the opening with a passphrase. The second of two different people opens every bid that was in time, in one act. Every attempt stands in the log.</summary>
public sealed class AttendOpening(PortalDb db, SealTender seals, OpeningTable table, OpenBids open, TimeProvider clock)
{
    /// <summary>The record when this attendance opened the bids; null while another person is awaited.</summary>
    public async Task<OpeningRecord?> Execute(Actor actor, string reference, string passphrase, string? recoveryReason, CancellationToken ct)
    {
        Tender tender = await db.LoadTender(actor, reference, ct);
        TenderSeal seal = await seals.Execute(tender, bidWaits: true, ct);
        IReadOnlyList<Reason> reasons = OpeningReadiness.WhatBlocks(tender, seal, actor, clock.GetUtcNow(), recoveryReason);
        if (reasons.Count > 0)
        {
            await Refuse(actor, tender, reasons[0].Code, ct);
            throw new RuleBroken(reasons);
        }

        Share? share = seal.IsDealt ? await Unlock(actor, tender, seal, passphrase, ct) : null;
        IReadOnlyList<(Present Who, Share? Share)> present = table.Sit(tender.Id, actor, share, recoveryReason);
        db.Note(actor, "opening.attended", tender.Subject, new { present = present.Count, needed = TenderSeal.Needed }, clock.GetUtcNow());
        await db.Save(actor, ct);
        return present.Count < TenderSeal.Needed ? null : await open.Execute(actor, tender, seal, present, ct);
    }

    private async Task<Share> Unlock(Actor actor, Tender tender, TenderSeal seal, string passphrase, CancellationToken ct)
    {
        OpenerKey? key = await db.OpenerKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Person == actor.Person, ct);
        DealtShare dealt = seal.Shares.Single(s => s.Person == actor.Person.Value);
        if (!seal.IsHeldBy(key))
        {
            await Refuse(actor, tender, "NO_SHARE", ct);
            throw new RuleBroken("NO_SHARE", "Your key is newer than your share, so it does not open it. Two others can open, or deal the shares anew.", "D1-03", "Passphrase");
        }

        if (key!.OpenShare(dealt.SealedShare, passphrase, tender.Ref) is { } share)
        {
            return share;
        }

        await Refuse(actor, tender, "PASSPHRASE_WRONG", ct);
        throw new RuleBroken("PASSPHRASE_WRONG", "That is not your passphrase. Check it sign by sign: there is no 0, 1, i, l or o in it.", field: "Passphrase");
    }

    private async Task Refuse(Actor actor, Tender tender, string why, CancellationToken ct)
    {
        db.Note(actor, "opening.refused", tender.Subject, new { why }, clock.GetUtcNow());
        await db.Save(actor, ct);
    }
}
