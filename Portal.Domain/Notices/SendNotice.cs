using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices;

/// <summary>Hands a published notice to the national platform's connection and keeps what it answered.</summary>
public sealed class SendNotice(PortalDb db, INoticePublisher publisher, TimeProvider clock)
{
    public async Task Execute(Actor actor, string releaseId, CancellationToken cancellation = default)
    {
        Notice notice = await db.Notices.SingleOrDefaultAsync(n => n.ReleaseId == releaseId, cancellation) ?? throw new NotFound($"Notice {releaseId}");
        if (notice.Delivery != NoticeDelivery.Waiting)
        {
            return;
        }

        NoticeReceipt receipt = await publisher.Publish(notice, cancellation);
        notice.ConfirmDelivery(receipt, clock.GetUtcNow());
        await db.Save(actor, cancellation);
    }
}
