using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Portal.Bench;

/// <summary>Fills the box with earlier bids of other providers, each as large as a real one, so that a storm can be measured on top of them. Their log entries are not made; growth of the log is B5's.</summary>
internal static class StoredBids
{
    private const int Batch = 20_000;
    private const string NewId = "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))";

    public static async Task Fill(string folder, int bids)
    {
        SqliteConnection.ClearAllPools();
        await using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "portal.db")}");
        await connection.OpenAsync();
        await Say(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        string[] columns = await Columns(connection);
        string values = string.Join(", ", columns.Select(c => c switch { "Id" or "Bidder" => NewId, "Status" => "'Withdrawn'", _ => $"\"{c}\"" }));
        for (int done = 0; done < bids; done += Batch)
        {
            string count = Math.Min(Batch, bids - done).ToString(CultureInfo.InvariantCulture);
            await Say(connection, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) INSERT INTO \"SealedBids\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {values} FROM n, (SELECT * FROM \"SealedBids\" LIMIT 1)");
        }

        await Say(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task<string[]> Columns(SqliteConnection connection)
    {
        await using SqliteCommand asking = connection.CreateCommand();
        asking.CommandText = "SELECT name FROM pragma_table_info('SealedBids')";
        await using SqliteDataReader rows = await asking.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync())
        {
            names.Add(rows.GetString(0));
        }

        return [.. names];
    }

    private static async Task Say(SqliteConnection connection, string sql)
    {
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
