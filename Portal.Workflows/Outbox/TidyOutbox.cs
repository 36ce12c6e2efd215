using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Outbox;

/// <summary>
/// Removes what was delivered long ago. Nothing is told twice for it: a message to an inbox bears its key there for ever, a delivery that follows from a happening
/// is made once with the mark on the log's row, and a letter about a password has a key of its own. What waits, failed or was dropped by an operator stays.
/// </summary>
public sealed class TidyOutbox(PortalDb db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Returns how many were removed, a batch at a time so that nothing else waits long for the database.</summary>
    public async Task<int> Execute(int days, CancellationToken cancellation = default)
    {
        DateTimeOffset before = clock.GetUtcNow().AddDays(-days);
        int all = 0;
        int removed;
        do
        {
            removed = await db.OutboxMessages.Where(m => m.DeliveredAt < before && m.DueAt == null && !m.Poisoned).OrderBy(m => m.Id).Take(Batch).ExecuteDeleteAsync(cancellation);
            all += removed;
        }
        while (removed == Batch);

        return all;
    }
}
