using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain;
using Portal.Domain.Audit;

namespace Portal.Web.Start;

/// <summary>What must be true before the first request: the data folder, the schema, and a clock that does not run behind the log.</summary>
public static class Preparation
{
    public static async Task Prepare(IServiceProvider services)
    {
        using FolderTurn turn = await FolderTurn.Take(services.GetRequiredService<PortalSettings>().DataFolder, CancellationToken.None);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        await Migrate(scope.ServiceProvider, CancellationToken.None);
        await RefuseEarlierClock(scope.ServiceProvider);
        await Seeding.Play(services, CancellationToken.None);
    }

    /// <summary>Creates or brings up to date the schema, on the database that the settings name.</summary>
    public static async Task Migrate(IServiceProvider services, CancellationToken cancel)
    {
        string folder = services.GetRequiredService<PortalSettings>().DataFolder;
        OwnerOnlyFolder.Make(folder);
        OwnerOnlyFolder.Make(Path.Combine(folder, "keys"));
        PortalDb db = services.GetRequiredService<PortalDb>();
        if (db.Database.GetMigrations().Any())
        {
            // MigrateAsync compares the whole model with the last migration first; a later start need not wait for what .ci/run has proved.
            if (!await AllApplied(db, cancel))
            {
                await db.Database.MigrateAsync(cancel);
            }
        }
        else
        {
            await db.Database.EnsureCreatedAsync(cancel);
        }

        foreach (string file in (string[])["portal.db", "portal.db-wal", "portal.db-shm"])
        {
            OwnerOnlyFolder.Close(Path.Combine(folder, file));
        }
    }

    // Asked without EF's own history, which first builds a model for its one table: a third of a second of every start.
    private static async Task<bool> AllApplied(PortalDb db, CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel))
        {
            return false;
        }

        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            HashSet<string> applied = await Applied(db.Database.GetDbConnection(), cancel);
            return db.Database.GetMigrations().All(applied.Contains);
        }
        catch (DbException)
        {
            // No such table: nothing was applied yet.
            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<HashSet<string>> Applied(DbConnection open, CancellationToken cancel)
    {
        await using DbCommand history = open.CreateCommand();
        history.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        await using DbDataReader rows = await history.ExecuteReaderAsync(cancel);
        HashSet<string> applied = [];
        while (await rows.ReadAsync(cancel))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    // The log is ordered by time; a clock before its last entry would write history backwards.
    private static async Task RefuseEarlierClock(IServiceProvider services)
    {
        PortalDb db = services.GetRequiredService<PortalDb>();
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        DateTimeOffset? last = await db.Set<LogEntry>().OrderByDescending(e => e.Row).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync();
        if (last > now)
        {
            throw new StartRefused(string.Create(
                CultureInfo.InvariantCulture,
                $"The clock says {now:O} but the log's last entry is of {last:O}. Set PORTAL__CLOCK to a later instant, leave it out, or use another PORTAL__DATA folder."));
        }
    }
}

/// <summary><c>migrate</c>: creates or updates the schema and stops.</summary>
public sealed class MigrateVerb(IServiceProvider services, PortalSettings settings) : IVerb
{
    public string Name => "migrate";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        using FolderTurn turn = await FolderTurn.Take(settings.DataFolder, cancel);
        await Preparation.Migrate(services, cancel);
        await Console.Out.WriteLineAsync("The schema is up to date.");
        return 0;
    }
}

/// <summary><c>seed</c>: brings up the schema and plays the scenes, then stops.</summary>
public sealed class SeedVerb(IServiceProvider services, PortalSettings settings) : IVerb
{
    public string Name => "seed";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        using FolderTurn turn = await FolderTurn.Take(settings.DataFolder, cancel);
        await Preparation.Migrate(services, cancel);
        await Seeding.Play(services, cancel);
        await Console.Out.WriteLineAsync("The reference data are in place.");
        return 0;
    }
}
