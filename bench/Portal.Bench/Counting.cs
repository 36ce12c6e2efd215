using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Bench;

/// <summary>Counts statements, and the commits that wait for the disk: each connection is asked at the moment of the commit. What checkpoints wait for is not seen here; <c>bench/count-waits</c> counts every wait of the process from outside.</summary>
internal sealed class Counting : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const long Full = 2;

    private int statements;
    private int commits;

    public (int Statements, int Commits) Take() => (Interlocked.Exchange(ref statements, 0), Interlocked.Exchange(ref commits, 0));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref statements);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref statements);
        return ValueTask.FromResult(result);
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await using DbCommand asking = transaction.Connection!.CreateCommand();
        asking.Transaction = transaction;
        asking.CommandText = "PRAGMA synchronous";
        if (await asking.ExecuteScalarAsync(cancellationToken) is long and >= Full)
        {
            Interlocked.Increment(ref commits);
        }

        return result;
    }
}
