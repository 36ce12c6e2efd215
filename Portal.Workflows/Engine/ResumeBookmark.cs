using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Engine;

/// <summary>Takes an instance one step on. The bookmark row that was read is deleted, the next rows are written and the step's use case saves, all in one save: whoever comes second finds the row gone and changes nothing.</summary>
public sealed class ResumeBookmark(PortalDb db, ProcedureShelf shelf, IServiceProvider uses, TimeProvider clock)
{
    /// <summary>Returns false when there was nothing left to do for this bookmark. Raises <see cref="StaleVersion"/> when another pump was first.</summary>
    public async Task<bool> Execute(Guid bookmarkId, CancellationToken cancellation = default)
    {
        if (await Load(bookmarkId, cancellation) is not var (bookmark, walk))
        {
            return false;
        }

        await Take(walk, bookmark, walk.Definition.Find(bookmark.Step));
        return true;
    }

    /// <summary>The step's use case said that the aggregate is past it already: the stage lives there, so the procedure goes on and keeps the refusal.</summary>
    internal async Task PassRefused(Guid bookmarkId, string why, CancellationToken cancellation)
    {
        if (await Load(bookmarkId, cancellation) is var (bookmark, walk))
        {
            await walk.Leave(bookmark, walk.Definition.Find(bookmark.Step), StepOutcome.Refused, note: why);
            await db.Save(Actor.Portal, cancellation);
        }
    }

    private async Task<(Bookmark Bookmark, Walk Walk)?> Load(Guid bookmarkId, CancellationToken cancellation)
    {
        // One statement reads both, so they are of one moment.
        if (await db.Bookmarks.Where(b => b.Id == bookmarkId).Join(db.WorkflowInstances, b => b.Instance, i => i.Id, (b, i) => new { Bookmark = b, Instance = i }).SingleOrDefaultAsync(cancellation) is not { } found)
        {
            return null;
        }

        (Bookmark bookmark, WorkflowInstance instance) = (found.Bookmark, found.Instance);
        instance.Move();
        if (instance.State is not InstanceState.Running)
        {
            bookmark.Rearm(bookmark.DueAt, null);
            await db.Save(Actor.Portal, cancellation);
            return null;
        }

        WorkflowDefinition definition = shelf.Find(instance.Definition, instance.DefinitionVersion)
            ?? throw new InvalidOperationException($"No procedure {instance.Definition} version {instance.DefinitionVersion} is known here.");
        return (bookmark, new Walk(definition, instance, new StepContext(db, uses, instance.Subject, bookmark.Branch, clock.GetUtcNow(), cancellation)));
    }

    private async Task Take(Walk walk, Bookmark bookmark, Step step)
    {
        switch (step)
        {
            case Wait wait when bookmark.Kind is BookmarkKind.Reminder:
                await walk.Remind(bookmark, wait);
                break;
            case Wait wait when await walk.Passed(wait, bookmark) is var (outcome, at):
                await walk.Leave(bookmark, wait, outcome, at);
                break;
            case { OnlyIf: { } wanted } when !await wanted(walk.Context):
                await walk.Leave(bookmark, step, StepOutcome.Skipped);
                break;
            case Wait wait:
                await walk.KeepWaiting(bookmark, wait);
                break;
            case Automatic automatic:
                await Run(walk, bookmark, automatic);
                return;
            case Tell tell:
                await walk.TellRole(bookmark, tell);
                break;
            case ForEach each:
                await walk.Fork(bookmark, each);
                break;
        }

        await db.Save(Actor.Portal, walk.Context.Cancellation);
    }

    // The use case saves, and with it the engine's rows. A use case that found nothing to change leaves the save to us.
    private async Task Run(Walk walk, Bookmark bookmark, Automatic step)
    {
        await walk.Leave(bookmark, step, StepOutcome.Ran);
        await step.Act(walk.Context);
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(Actor.Portal, walk.Context.Cancellation);
        }
    }
}
