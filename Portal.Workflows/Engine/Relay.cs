using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;
using Portal.Workflows.Outbox;
using Portal.Workflows.Pictures;

namespace Portal.Workflows.Engine;

/// <summary>Carries happenings from the log to the procedures: starts, wakes, pauses and ends instances, and fills the outbox. It claims entries by their own mark, never by a high-water number.</summary>
public sealed class Relay(PortalDb db, ProcedureShelf shelf, IEnumerable<OutboxRoute> routes, TimeProvider clock)
{
    private const int Batch = 500;
    private readonly ILookup<string, OutboxRoute> routesByAction = routes.ToLookup(r => r.Action);

    /// <summary>Relays one batch; returns how many entries it took off the list.</summary>
    public async Task<int> Execute(CancellationToken cancellation = default)
    {
        bool done = false; // As a parameter it is looked up in the index; NOT "Relayed" would read the whole log.
        List<Waiting> waiting = await db.LogEntries.AsNoTracking().Where(e => e.Relayed == done).OrderBy(e => e.Row).Take(Batch)
            .Select(e => new Waiting(e.Row, e.Action, e.Subject)).ToListAsync(cancellation);
        if (waiting.Count == 0)
        {
            return 0;
        }

        HashSet<string> running = await RunningSubjects([.. waiting.SelectMany(w => Lines(w.Subject)).Distinct()], cancellation);
        List<long> idle = [];
        foreach (Waiting entry in waiting)
        {
            if (Concerns(entry, running))
            {
                await Carry(entry, cancellation);
                running.Add(entry.Subject);
            }
            else
            {
                idle.Add(entry.Row);
            }
        }

        if (idle.Count > 0)
        {
            await db.LogEntries.Where(e => idle.Contains(e.Row) && !e.Relayed).ExecuteUpdateAsync(set => set.SetProperty(e => e.Relayed, true), cancellation);
        }

        return waiting.Count;
    }

    // "tender/X/lot/1" belongs to the procedures of "tender/X/lot/1" and of "tender/X".
    private static IEnumerable<string> Lines(string subject)
    {
        yield return subject;
        string[] parts = subject.Split('/');
        if (parts.Length > 2)
        {
            yield return $"{parts[0]}/{parts[1]}";
        }
    }

    private bool Concerns(Waiting entry, HashSet<string> running) =>
        shelf.StartedBy(entry.Action).Any() || routesByAction.Contains(entry.Action) || Lines(entry.Subject).Any(running.Contains);

    private async Task<HashSet<string>> RunningSubjects(string[] subjects, CancellationToken cancellation) =>
        [.. await db.WorkflowInstances.AsNoTracking()
            .Where(i => subjects.Contains(i.Subject) && (i.State == InstanceState.Running || i.State == InstanceState.Paused))
            .Select(i => i.Subject).ToListAsync(cancellation)];

    private async Task Carry(Waiting entry, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        int claimed = await db.LogEntries.Where(e => e.Row == entry.Row && !e.Relayed).ExecuteUpdateAsync(set => set.SetProperty(e => e.Relayed, true), cancellation);
        if (claimed == 0)
        {
            return;
        }

        await Wake(entry, now, cancellation);
        foreach (WorkflowDefinition definition in shelf.StartedBy(entry.Action))
        {
            await Start(definition, entry, now, cancellation);
        }

        foreach (OutboxRoute route in routesByAction[entry.Action])
        {
            db.Add(new OutboxMessage(route.Channel, $"{route.Channel}:{entry.Action}#{entry.Row}", entry.Subject, new OutboxText(entry.Action, "", ""), now));
        }

        await db.Save(Actor.Portal, cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task Start(WorkflowDefinition definition, Waiting entry, DateTimeOffset now, CancellationToken cancellation)
    {
        bool already = await db.WorkflowInstances.AnyAsync(i => i.Definition == definition.Name && i.Subject == entry.Subject && i.SinceRow == entry.Row, cancellation);
        if (!already)
        {
            var instance = WorkflowInstance.Start(definition.Name, definition.Version, entry.Subject, entry.Row, now, BpmnXml.Sha256(definition));
            db.Add(instance);
            db.Add(new Bookmark(instance.Id, definition.Steps[0].Id, null, BookmarkKind.Step, 0, null, now, now));
        }
    }

    // Every happening on a running subject moves the instance's version and wakes its waits. A step that is being passed at this moment then
    // fails its version check and looks again, so that no happening falls between the look and the bookmark.
    private async Task Wake(Waiting entry, DateTimeOffset now, CancellationToken cancellation)
    {
        string[] lines = [.. Lines(entry.Subject)];
        List<WorkflowInstance> instances = await db.WorkflowInstances
            .Where(i => lines.Contains(i.Subject) && (i.State == InstanceState.Running || i.State == InstanceState.Paused)).ToListAsync(cancellation);
        foreach (WorkflowInstance instance in instances)
        {
            instance.Move();
            if (instance.Subject == entry.Subject)
            {
                await Steer(instance, entry, now, cancellation);
            }

            await db.Bookmarks.Where(b => b.Instance == instance.Id && b.Kind == BookmarkKind.Step && !b.Poisoned)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.WakeAt, now), cancellation);
        }
    }

    private async Task Steer(WorkflowInstance instance, Waiting entry, DateTimeOffset now, CancellationToken cancellation)
    {
        string action = entry.Action;
        if (shelf.Find(instance.Definition, instance.DefinitionVersion) is not { } definition)
        {
            return;
        }

        if (definition.EndsEarlyOn.Contains(action))
        {
            instance.EndEarly(now, action);
            await db.Bookmarks.Where(b => b.Instance == instance.Id).ExecuteDeleteAsync(cancellation);
        }
        else if (definition.ReturnsOn == action)
        {
            await db.Bookmarks.Where(b => b.Instance == instance.Id).ExecuteDeleteAsync(cancellation);
            instance.ReturnTo(definition.ReturnsTo!, entry.Row, action);
            db.Add(new Bookmark(instance.Id, definition.ReturnsTo!, null, BookmarkKind.Step, 0, null, now, now));
        }
        else if (definition.PausesOn == action)
        {
            instance.Pause(action);
        }
        else if (definition.ContinuesOn == action)
        {
            instance.Continue(action);
            await db.Bookmarks.Where(b => b.Instance == instance.Id && b.Kind == BookmarkKind.Reminder)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.WakeAt, b => b.DueAt), cancellation);
        }
    }

    private sealed record Waiting(long Row, string Action, string Subject);
}
