using Microsoft.Data.Sqlite;

namespace Portal.Bench;

/// <summary>Makes many rows of one, inside the database.</summary>
internal static class Copies
{
    public static void Make(string folder, string table, int copies, int from, params (string Column, string Value)[] changed)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "portal.db")}");
        connection.Open();
        List<string> columns = [];
        using (SqliteCommand look = connection.CreateCommand())
        {
            look.CommandText = "SELECT name FROM pragma_table_info($table)";
            look.Parameters.AddWithValue("$table", table);
            using SqliteDataReader reader = look.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        using SqliteCommand copy = connection.CreateCommand();
        string values = string.Join(", ", columns.Select(c => changed.FirstOrDefault(x => x.Column == c).Value ?? $"t.\"{c}\""));
        copy.CommandText = $"WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {from + copies - 1}) INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {values} FROM (SELECT * FROM \"{table}\" LIMIT 1) t, n";
        copy.CommandTimeout = 600;
        copy.ExecuteNonQuery();
    }
}
