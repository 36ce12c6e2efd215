using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Web.Furniture;
using Portal.Workflows.Engine;

namespace Portal.Web.Workflows;

/// <summary>The list of procedures for operators.</summary>
public sealed record InstancesPage(string? Query, InstanceState? State, PageOf<InstanceRow> Rows, int Failed)
{
    public static async Task<InstancesPage> Read(PortalDb db, string? query, InstanceState? state, string? after, CancellationToken cancel)
    {
        IQueryable<WorkflowInstance> found = db.WorkflowInstances.AsNoTracking();
        found = string.IsNullOrWhiteSpace(query) ? found : found.Where(i => i.Subject.Contains(query.Trim()));
        found = state is { } wanted ? found.Where(i => i.State == wanted) : found;
        found = Guid.TryParse(after, out Guid cursor) && await db.WorkflowInstances.Where(i => i.Id == cursor).Select(i => (DateTimeOffset?)i.StartedAt).FirstOrDefaultAsync(cancel) is { } at
            ? found.Where(i => i.StartedAt < at || (i.StartedAt == at && i.Id.CompareTo(cursor) < 0))
            : found;
        List<WorkflowInstance> rows = await found.OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id).Take(PageOf.Size + 1).ToListAsync(cancel);
        Guid[] ids = [.. rows.Select(r => r.Id)];
        ILookup<Guid, Bookmark> waiting = (await db.Bookmarks.AsNoTracking().Where(b => ids.Contains(b.Instance) && b.Kind == BookmarkKind.Step).ToListAsync(cancel)).ToLookup(b => b.Instance);
        int failed = await db.Bookmarks.CountAsync(b => b.Poisoned, cancel) + await db.OutboxMessages.CountAsync(m => m.Poisoned, cancel);
        return new InstancesPage(query, state, PageOf.From([.. rows.Select(r => InstanceRow.Of(r, waiting[r.Id]))], r => r.Id.ToString()), failed);
    }
}

/// <summary>One procedure in the list.</summary>
public sealed record InstanceRow(Guid Id, string Subject, string Definition, InstanceState State, DateTimeOffset StartedAt, string WaitingFor, DateTimeOffset? Since, DateTimeOffset? Due)
{
    public static InstanceRow Of(WorkflowInstance instance, IEnumerable<Bookmark> bookmarks)
    {
        Bookmark[] waiting = [.. bookmarks.OrderBy(b => b.Since)];
        return new InstanceRow(
            instance.Id,
            instance.Subject,
            instance.Definition,
            instance.State,
            instance.StartedAt,
            string.Join(", ", waiting.Select(b => b.Step).Distinct()),
            waiting.Length == 0 ? null : waiting[0].Since,
            waiting.Min(b => b.DueAt));
    }
}
