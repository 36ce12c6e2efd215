using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Bids.Submission;

/// <summary>Empties the embedded database's write-ahead log soon after submissions, so that a draft that was sealed, and its wrapped keys, stand in no old page of it: secure_delete overwrites the database's pages only (S7). Other databases have their own ways.</summary>
public sealed class EmptyWriteAheadLog(PortalDb db, TimeProvider clock)
{
    private static readonly TimeSpan Since = TimeSpan.FromMinutes(2);

    // While it runs nobody can write, and a long reader keeps it waiting: better an old page for another half minute than a late bid.
    private const string Empty = "PRAGMA busy_timeout=200; PRAGMA wal_checkpoint(TRUNCATE);";
    private const string Restore = "PRAGMA busy_timeout=30000;";

    /// <summary>Whether the log was emptied; false when there was no reason to or somebody was reading, and the next round tries again.</summary>
    public async Task<bool> Execute(CancellationToken ct)
    {
        DateTimeOffset since = clock.GetUtcNow() - Since;
        if (db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) != true || !await db.SealedBids.AnyAsync(b => b.ReceivedAt >= since, ct))
        {
            return false;
        }

        await db.Database.OpenConnectionAsync(ct);
        try
        {
            return await Ask(Empty, ct) is 0L;
        }
        finally
        {
            await Ask(Restore, CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<object?> Ask(string pragma, CancellationToken ct)
    {
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        await using DbDataReader answer = await command.ExecuteReaderAsync(ct);
        object? last = null;
        do
        {
            while (await answer.ReadAsync(ct))
            {
                last = answer.GetValue(0);
            }
        }
        while (await answer.NextResultAsync(ct));
        return last;
    }
}
