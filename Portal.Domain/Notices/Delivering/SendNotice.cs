using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Delivering;

/// <summary>Hands a published notice to the national platform's connection and keeps what it answered. A notice never overtakes an earlier one of its procurement (A10-01).</summary>
public sealed class SendNotice(PortalDb db, INoticePublisher publisher, TimeProvider clock)
{
    public async Task Execute(Actor actor, string releaseId, CancellationToken cancellation = default)
    {
        Notice notice = await db.Notices.SingleOrDefaultAsync(n => n.ReleaseId == releaseId, cancellation) ?? throw new NotFound($"Notice {releaseId}");
        if (notice.Delivery != NoticeDelivery.Waiting)
        {
            return;
        }

        await MustBeNext(notice, cancellation);
        try
        {
            NoticeReceipt receipt = await publisher.Publish(notice, cancellation);
            notice.ConfirmDelivery(receipt, clock.GetUtcNow());
            await db.TellDirectAward(notice, clock.GetUtcNow(), cancellation);
            await db.TellAward(notice, clock.GetUtcNow(), cancellation);
        }
        catch (NoticeRejected rejected)
        {
            notice.Reject(rejected.Message, clock.GetUtcNow());
        }

        await db.Save(actor, cancellation);
    }

    private async Task MustBeNext(Notice notice, CancellationToken cancellation)
    {
        string? before = await db.Notices
            .Where(n => n.Tender == notice.Tender && n.Row < notice.Row && (n.Delivery == NoticeDelivery.Waiting || n.Delivery == NoticeDelivery.Rejected))
            .OrderBy(n => n.Row).Select(n => n.ReleaseId).FirstOrDefaultAsync(cancellation);
        if (before is not null)
        {
            throw new RuleBroken("NOT_ITS_TURN", $"Notice {before} of the same procurement has not reached the national platform yet.", "A10-01");
        }
    }
}
