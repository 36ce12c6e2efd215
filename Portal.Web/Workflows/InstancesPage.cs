using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Workflows;

/// <summary>What an operator looks for: a subject or the name of a step that is waited for, a state, only what is overdue.</summary>
public sealed record InstanceSearch(string? Words, InstanceState? State, bool Overdue, DateTimeOffset Now);

/// <summary>The list of procedures for operators.</summary>
public sealed record InstancesPage(InstanceSearch Search, PageOf<InstanceRow> Rows, int Failed)
{
    public static async Task<InstancesPage> Read(PortalDb db, ProcedureShelf shelf, InstanceSearch search, string? after, CancellationToken cancel)
    {
        IQueryable<WorkflowInstance> found = Found(db, shelf, search);
        found = Guid.TryParse(after, out Guid cursor) && await db.WorkflowInstances.Where(i => i.Id == cursor).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefaultAsync(cancel) is { } at
            ? found.Where(i => i.StartedAt < at || (i.StartedAt == at && i.Id.CompareTo(cursor) < 0))
            : found;
        List<WorkflowInstance> rows = await found.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(PageOf.Size + 1).ToListAsync(cancel);
        Guid[] ids = [.. rows.Select(r => r.Id)];
        ILookup<Guid, Bookmark> waiting = (await db.Bookmarks.AsNoTracking().Where(b => ids.Contains(b.Instance) && b.Kind == BookmarkKind.Step).ToListAsync(cancel)).ToLookup(b => b.Instance);
        int failed = await db.Bookmarks.CountAsync(b => b.Poisoned, cancel) + await db.OutboxMessages.CountAsync(m => m.Poisoned, cancel);
        return new InstancesPage(search, PageOf.From([.. rows.Select(r => InstanceRow.Of(r, waiting[r.Id], shelf))], r => r.Id.ToString()), failed);
    }

    private static IQueryable<WorkflowInstance> Found(PortalDb db, ProcedureShelf shelf, InstanceSearch search)
    {
        IQueryable<WorkflowInstance> found = db.WorkflowInstances.AsNoTracking();
        IQueryable<Bookmark> waits = db.Bookmarks.Where(b => b.Kind == BookmarkKind.Step);
        if (search.Words is { Length: > 0 } words)
        {
            string[] steps = [.. shelf.All.SelectMany(d => d.All()).Where(s => s.Name.Contains(words, StringComparison.OrdinalIgnoreCase)).Select(s => s.Id).Distinct()];
            found = found.Where(i => i.Subject.Contains(words) || waits.Any(b => b.Instance == i.Id && steps.Contains(b.Step)));
        }

        found = search.State is { } wanted ? found.Where(i => i.State == wanted) : found;
        DateTimeOffset now = search.Now;
        return search.Overdue ? found.Where(i => waits.Any(b => b.Instance == i.Id && b.DueAt < now)) : found;
    }
}

/// <summary>One procedure in the list.</summary>
public sealed record InstanceRow(Guid Id, string Subject, string Procedure, InstanceState State, DateTimeOffset StartedAt, string WaitingFor, DateTimeOffset? Since, DateTimeOffset? Due, bool Failed)
{
    public static InstanceRow Of(WorkflowInstance instance, IEnumerable<Bookmark> bookmarks, ProcedureShelf shelf)
    {
        Bookmark[] waiting = [.. bookmarks.OrderBy(b => b.Since)];
        WorkflowDefinition? definition = shelf.Find(instance.Definition, instance.DefinitionVersion);
        return new InstanceRow(
            instance.Id,
            instance.Subject,
            definition?.Title ?? instance.Definition,
            instance.State,
            instance.StartedAt,
            string.Join(", ", waiting.Select(b => WaitingStep.NameOf(definition, b.Step)).Distinct()),
            waiting.Length == 0 ? null : waiting[0].Since,
            waiting.Min(b => b.DueAt),
            Array.Exists(waiting, b => b.Poisoned));
    }
}

/// <summary>A step at which a procedure waits, with its last failure.</summary>
public sealed record WaitingStep(Guid Bookmark, string Name, string? Branch, DateTimeOffset Since, DateTimeOffset? Due, int Attempts, string? Error, bool Failed)
{
    public static WaitingStep Of(Bookmark bookmark, WorkflowDefinition? definition) =>
        new(bookmark.Id, NameOf(definition, bookmark.Step), bookmark.Branch, bookmark.Since, bookmark.DueAt, bookmark.Attempts, bookmark.LastError, bookmark.Poisoned);

    /// <summary>What people say; the id where this version of the portal does not know the step.</summary>
    public static string NameOf(WorkflowDefinition? definition, string step) => definition?.All().FirstOrDefault(s => s.Id == step)?.Name ?? step;
}
