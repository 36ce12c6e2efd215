using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>Makes the notice that a happening of a tender owes (A14), once for each happening.</summary>
public sealed class ProduceNotice(PortalDb db, NoticeSettings settings)
{
    /// <summary>The notice, or null when this happening owes none: a draft that was given up was never public.</summary>
    public async Task<Notice?> Execute(Actor actor, long logRow, CancellationToken cancellation = default)
    {
        LogEntry entry = await db.LogEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Row == logRow, cancellation) ?? throw new NotFound("That log entry");
        if (NoticeDuty.Of(entry.Action) is not { } kind || await db.Notices.AnyAsync(n => n.MadeFrom == logRow, cancellation))
        {
            return null;
        }

        string reference = entry.Subject.Split('/')[1];
        Tender tender = await db.LoadTender(Actor.Portal, reference, cancellation);
        if (!tender.OwesNotices)
        {
            return null; // A user-choice award would tell of one person's arrangement (A9-06).
        }

        NoticeFacts facts = (await NoticeFacts.Gather(db, settings, tender, kind, entry.At, NoticeAnswers.None, cancellation)) with { EndedLot = EndedLot(tender, entry) };
        facts = facts.Part is null ? facts : facts with { Part = AwardRef.OfSubject(entry.Subject).Part };
        if (tender.PublishedAt is null && !facts.Earlier.Contains(NoticeKind.Transparency))
        {
            return null;
        }

        // A notice that is early waits in the outbox until the one before it is made (s.50, 53).
        RuleBroken.If([.. NoticeOrder.WhatBlocks(facts), .. await AwardUntold(tender, kind, entry, cancellation)]);
        Notice notice = Notice.Publish(facts, logRow);
        db.Add(notice);
        await db.Save(actor, cancellation);
        return notice;
    }

    // Where lots are awarded apart, the contract details of an award follow its own award notice (A10-01).
    private async Task<IEnumerable<Reason>> AwardUntold(Tender tender, NoticeKind kind, LogEntry entry, CancellationToken cancellation)
    {
        bool told = kind != NoticeKind.ContractDetails || !tender.HasLotsApart || await (
            from notice in db.Notices
            join made in db.LogEntries on notice.MadeFrom equals (long?)made.Row
            where made.Subject == entry.Subject && made.Action == "award.noticePublished"
            select notice.Row).AnyAsync(cancellation);
        return told ? [] : [new Reason("NO_AWARD_NOTICE", "The contract award notice (UK6) of these lots is not published.", "A10-01")];
    }

    private static Lot? EndedLot(Tender tender, LogEntry entry) => entry.Action == "tender.lotEnded" ? tender.LotNumbered(entry.Subject.Split('/')[^1]) : null;
}
