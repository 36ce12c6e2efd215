using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;

namespace Portal.Web.Start;

/// <summary>What must be true before the first request: the data folder, the schema, and a clock that does not run behind the log.</summary>
public static class Preparation
{
    public static async Task Prepare(IServiceProvider services)
    {
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
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
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
public sealed class MigrateVerb(IServiceProvider services) : IVerb
{
    public string Name => "migrate";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        await Preparation.Migrate(services, cancel);
        await Console.Out.WriteLineAsync("The schema is up to date.");
        return 0;
    }
}

/// <summary><c>seed</c>: brings up the schema and plays the scenes, then stops.</summary>
public sealed class SeedVerb(IServiceProvider services) : IVerb
{
    public string Name => "seed";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        await Preparation.Migrate(services, cancel);
        await Seeding.Play(services, cancel);
        await Console.Out.WriteLineAsync("The reference data are in place.");
        return 0;
    }
}
