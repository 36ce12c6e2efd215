using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>Keeps what a commissioner answers for a notice that is not public yet.</summary>
public sealed class PrepareNotice(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, NoticeKind kind, NoticeAnswers answers, CancellationToken cancellation = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, cancellation);
        PreparedNotice? open = await db.PreparedNotices.OpenOf(tender.Id, kind).SingleOrDefaultAsync(cancellation);
        if (open is null)
        {
            open = PreparedNotice.For(tender, kind);
            db.Add(open);
        }

        open.Answer(tender, answers, actor, clock.GetUtcNow());
        await db.Save(actor, cancellation);
    }
}
