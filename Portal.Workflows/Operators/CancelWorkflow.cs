using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Operators;

/// <summary>An administrator stops a procedure's timers and reminders; the tender itself is not touched.</summary>
public sealed class CancelWorkflow(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, Guid instanceId, string reason, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Reasons.MustBeGiven(reason);
        WorkflowInstance instance = await db.WorkflowInstances.SingleOrDefaultAsync(i => i.Id == instanceId, cancellation) ?? throw new NotFound("The procedure");
        instance.Cancel(reason, clock.GetUtcNow());
        db.RemoveRange(await db.Bookmarks.Where(b => b.Instance == instanceId).ToListAsync(cancellation));
        await db.Save(actor, cancellation);
    }
}
