using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain;

namespace Portal.Db.Sqlite;

/// <summary>Every connection waits for the disk (synchronous=FULL: NORMAL lost acknowledged commits at a power cut), overwrites what it deletes (secure_delete) and waits its turn. The one exception is a transaction whose commit is made durable by a later one that is awaited before anybody is told (<see cref="PortalDb.CommitsWithTheLog"/>): in the same write-ahead log, the wait for the later commit covers every earlier one.</summary>
internal sealed class DurableConnections : DbConnectionInterceptor, IDbTransactionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=4000;";
    private const string WithoutWait = "PRAGMA synchronous=NORMAL";
    private const string WithWait = "PRAGMA synchronous=FULL";

    public static DurableConnections Only { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Tell(connection, Pragmas, cancellationToken);

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PortalDb { CommitsWithTheLog: true })
        {
            await Tell(connection, WithoutWait, cancellationToken);
        }

        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Restore(eventData, cancellationToken);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Restore(eventData, cancellationToken);

    private static Task Restore(TransactionEndEventData ended, CancellationToken cancel) =>
        ended.Context is PortalDb { CommitsWithTheLog: true } db && db.Database.GetDbConnection() is { } connection ? Tell(connection, WithWait, cancel) : Task.CompletedTask;

    private static async Task Tell(DbConnection connection, string pragma, CancellationToken cancel)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = pragma;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
