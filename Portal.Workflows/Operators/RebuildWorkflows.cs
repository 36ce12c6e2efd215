using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Pictures;

namespace Portal.Workflows.Operators;

/// <summary>Throws the engine's instances away and sets them up again from the log; the next rounds of the pump walk each to where its subject stands. Messages already posted keep their keys and are not sent again.</summary>
public sealed class RebuildWorkflows(PortalDb db, ProcedureShelf shelf, TimeProvider clock)
{
    /// <summary>Returns how many procedures were set up again.</summary>
    public async Task<int> Execute(CancellationToken cancellation = default)
    {
        string[] starts = [.. shelf.All.Select(d => d.StartsOn).Distinct()];
        List<LogEntry> started = await db.LogEntries.AsNoTracking().Where(e => starts.Contains(e.Action)).OrderBy(e => e.Row).ToListAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Bookmarks.ExecuteDeleteAsync(cancellation);
        await db.StepRecords.ExecuteDeleteAsync(cancellation);
        await db.WorkflowInstances.ExecuteDeleteAsync(cancellation);
        int rebuilt = 0;
        foreach (LogEntry entry in started)
        {
            foreach (WorkflowDefinition newest in shelf.StartedBy(entry.Action))
            {
                rebuilt += await Rebuild(await VersionBegun(newest, entry, cancellation), entry, cancellation) ? 1 : 0;
            }
        }

        await db.Save(Actor.Portal, cancellation);
        await transaction.CommitAsync(cancellation);
        return rebuilt;
    }

    private async Task<bool> Rebuild(WorkflowDefinition definition, LogEntry entry, CancellationToken cancellation)
    {
        List<string> later = await db.LogEntries.AsNoTracking().Where(e => e.Subject == entry.Subject && e.Row > entry.Row).OrderBy(e => e.Row).Select(e => e.Action).ToListAsync(cancellation);
        if (HasEnded(definition, later))
        {
            return false;
        }

        DateTimeOffset now = clock.GetUtcNow();
        long? back = await WayBack(definition, entry, cancellation);
        var instance = WorkflowInstance.Start(definition.Name, definition.Version, entry.Subject, back ?? entry.Row, entry.At, BpmnXml.Sha256(definition));
        if (later.FindLast(action => action == definition.PausesOn || action == definition.ContinuesOn) is { } last && last == definition.PausesOn)
        {
            instance.Pause(last);
        }

        db.Add(instance);
        db.Add(new Bookmark(instance.Id, back is null ? definition.Steps[0].Id : definition.ReturnsTo!, null, BookmarkKind.Step, 0, null, now, now));
        return true;
    }

    // The newest happening after which the procedure went back; null when it never did.
    private async Task<long?> WayBack(WorkflowDefinition definition, LogEntry entry, CancellationToken cancellation) =>
        definition.ReturnsOn is not { } returns ? null : await db.LogEntries.AsNoTracking()
            .Where(e => e.Subject == entry.Subject && e.Row > entry.Row && e.Action == returns).MaxAsync(e => (long?)e.Row, cancellation);

    // Whether the procedure has ended already, by its own happening or by an operator.
    private static bool HasEnded(WorkflowDefinition definition, List<string> later) =>
        later.Contains("workflow.cancelled") || later.Exists(definition.EndsEarlyOn.Contains);

    // The log says which version this subject's procedure began with.
    private async Task<WorkflowDefinition> VersionBegun(WorkflowDefinition newest, LogEntry entry, CancellationToken cancellation)
    {
        List<string?> begun = await (from e in db.LogEntries
                                     join p in db.LogPayloads on e.Id equals p.Entry
                                     where e.Action == "workflow.started" && e.Subject == entry.Subject && e.Row > entry.Row
                                     orderby e.Row
                                     select p.Json).ToListAsync(cancellation);
        foreach (string json in begun.OfType<string>())
        {
            using JsonDocument payload = JsonDocument.Parse(json);
            if (payload.RootElement.GetProperty("definition").GetString() == newest.Name)
            {
                return shelf.Find(newest.Name, payload.RootElement.GetProperty("version").GetInt32()) ?? newest;
            }
        }

        return newest;
    }
}
