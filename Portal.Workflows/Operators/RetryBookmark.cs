using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Operators;

/// <summary>An operator of the portal tries a failed step again.</summary>
public sealed class RetryBookmark(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, Guid bookmark, string reason, CancellationToken cancellation = default)
    {
        actor.MustOperate();
        Reasons.MustBeGiven(reason);
        Bookmark failed = await db.Bookmarks.SingleOrDefaultAsync(b => b.Id == bookmark, cancellation) ?? throw new NotFound("The waiting step");
        WorkflowInstance instance = await db.WorkflowInstances.SingleAsync(i => i.Id == failed.Instance, cancellation);
        failed.Retry(clock.GetUtcNow());
        instance.NoteRetry(failed.Step, reason);
        instance.Move();
        await db.Save(actor, cancellation);
    }
}
