using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Operators;

/// <summary>An operator of the portal stops a procedure's timers and reminders; the tender itself is not touched. Whose procedure it is, is told.</summary>
public sealed class CancelWorkflow(PortalDb db, ProcedureShelf shelf, IServiceProvider uses, TimeProvider clock)
{
    public async Task Execute(Actor actor, Guid instanceId, string reason, CancellationToken cancellation = default)
    {
        actor.MustOperate();
        Reasons.MustBeGiven(reason);
        WorkflowInstance instance = await db.WorkflowInstances.SingleOrDefaultAsync(i => i.Id == instanceId, cancellation) ?? throw new NotFound("The procedure");
        DateTimeOffset now = clock.GetUtcNow();
        instance.Cancel(reason, now);
        db.RemoveRange(await db.Bookmarks.Where(b => b.Instance == instanceId).ToListAsync(cancellation));
        await TellOwner(actor, instance, reason, now, cancellation);
        await db.Save(actor, cancellation);
    }

    // A definition that this version of the portal no longer knows has nobody to ask for its owner; the log has the stop all the same.
    private async Task TellOwner(Actor actor, WorkflowInstance instance, string reason, DateTimeOffset now, CancellationToken cancellation)
    {
        if (shelf.Find(instance.Definition, instance.DefinitionVersion) is not { } definition)
        {
            return;
        }

        OrganisationId owner = await definition.Owner(new StepContext(db, uses, instance.Subject, null, now, cancellation));
        string page = definition.PageOf(instance.Subject);
        db.Add(Message.ToOrganisation(
            owner,
            Role.Commissioner,
            $"The procedure of {instance.Subject[(instance.Subject.LastIndexOf('/') + 1)..]} was stopped",
            $"{actor.Name} of {actor.OrganisationName} stopped “{definition.Title}”. Reason: {reason.Trim()} Reminders and timers no longer run; deadlines hold as published. If this was not agreed with you, ask them at once.",
            page,
            now));
    }
}
