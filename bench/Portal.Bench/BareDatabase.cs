using Microsoft.Data.Sqlite;

namespace Portal.Bench;

/// <summary>The same database file without the portal: prepared statements on one connection, waiting for the disk as the portal does.</summary>
internal sealed class BareDatabase : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public BareDatabase(string folder)
    {
        connection = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")}");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; CREATE TABLE IF NOT EXISTS BenchRows (Id INTEGER PRIMARY KEY, Body BLOB)");
        insert = Prepare("INSERT INTO BenchRows (Body) VALUES ($body)", ("$body", new byte[200]));
    }

    public void CommitOneRow() => insert.ExecuteNonQuery();

    public void Commit(IEnumerable<byte[]> rows)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        foreach (byte[] row in rows)
        {
            insert.Parameters[0].Value = row;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        insert.Transaction = null;
    }

    public SqliteCommand Prepare(string sql, params (string Name, object Value)[] parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.Prepare();
        return command;
    }

    public int Execute(string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }
}
