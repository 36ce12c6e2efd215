using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Durability;

/// <summary>A disk that fails once, at the n-th write or commit after it was told to.</summary>
internal sealed class FailingDisk : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int left;

    /// <summary>Zero when the fault has happened, or none is waited for.</summary>
    public int Left => Volatile.Read(ref left);

    public void FailAt(int n) => Interlocked.Exchange(ref left, n);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
        {
            Count();
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    private void Count()
    {
        if (Volatile.Read(ref left) > 0 && Interlocked.Decrement(ref left) == 0)
        {
            throw new SqliteException("disk I/O error", 10);
        }
    }
}

/// <summary>A disk without room: the database may not grow by a page (SQLITE_FULL, as a full disk answers).</summary>
internal sealed class FullDisk : DbConnectionInterceptor
{
    public bool IsFull { get; set; }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = IsFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000000";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Waits for a locked database a second instead of half a minute.</summary>
internal sealed class Impatience : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ((SqliteConnection)connection).DefaultTimeout = 1;
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 100";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
