using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>Puts the case for a direct award forward: in one transaction the transparency notice (UK5) goes out, the procurement leaves the way of a competition, and the award is recommended (A9-07). A user-choice award goes without a notice (A9-06).</summary>
public sealed class PutForwardDirectAward(PortalDb db, NoticeSettings settings, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, CancellationToken cancellation = default)
    {
        (Tender tender, DirectAward direct) = await db.LoadDirectAwardToChange(actor, tenderRef, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        RuleBroken.If(await db.WhatBlocksPuttingForward(tender, direct, now, cancellation));
        Notice? notice = direct.Ground.OwesNotices ? await Announced(tender, direct, now, cancellation) : null;
        direct.PutForward(tender, notice?.ReleaseId, now);
        Award? award = await db.AwardOf(tender.Id, cancellation);
        if (award is null)
        {
            award = Award.For(tender);
            db.Add(award);
        }

        award.RecommendDirectly(tender, direct.Supplier, direct.SupplierName, actor, now);
        await db.Save(actor, cancellation);
    }

    private async Task<Notice> Announced(Tender tender, DirectAward direct, DateTimeOffset now, CancellationToken cancellation)
    {
        NoticeAnswers answers = DirectAwardAnswers.Of(tender, direct);
        NoticeFacts facts = await NoticeFacts.Gather(db, settings, tender, NoticeKind.Transparency, now, answers, cancellation);
        RuleBroken.If([.. AnswerCheck.Missing(NoticeKind.Transparency, answers, tender), .. NoticeOrder.WhatBlocks(facts)]);
        Notice notice = Notice.Publish(facts, madeFrom: null);
        db.Add(notice);
        return notice;
    }
}
