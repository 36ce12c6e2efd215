using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>Publishes a prepared notice that is whole and whose turn it is (s.50, 51, 53: the order is fixed, A10-01).</summary>
public sealed class PublishNotice(PortalDb db, NoticeSettings settings, TimeProvider clock)
{
    public async Task<Notice> Execute(Actor actor, string tenderRef, NoticeKind kind, CancellationToken cancellation = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, cancellation);
        if (kind == NoticeKind.Transparency && await db.DirectAwardOf(tender.Id, cancellation) is not null)
        {
            throw new RuleBroken("FROM_DIRECT_AWARD", "This notice is made from the direct award when every limb of its ground is evidenced: put that forward on its own page.", "A9-07");
        }

        PreparedNotice prepared = await db.PreparedNotices.OpenOf(tender.Id, kind).SingleOrDefaultAsync(cancellation)
            ?? throw new RuleBroken("NOT_PREPARED", "Answer the questions of the notice first.", NoticeWords.Of(kind).Rule);
        DateTimeOffset now = clock.GetUtcNow();
        NoticeFacts facts = await NoticeFacts.Gather(db, settings, tender, kind, now, prepared.Answers, cancellation);
        RuleBroken.If([.. AnswerCheck.Missing(kind, prepared.Answers, tender), .. NoticeOrder.WhatBlocks(facts)]);
        Notice notice = Notice.Publish(facts, madeFrom: null);
        prepared.BecamePublic(notice.ReleaseId);
        db.Add(notice);
        await db.Save(actor, cancellation);
        return notice;
    }
}
