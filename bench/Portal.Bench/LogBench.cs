using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Sqlite;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Audit;

namespace Portal.Bench;

/// <summary>B5: entries written and numbered against the same rows put in bare; a copy of the log verified against hashing its entries.</summary>
internal static class LogBench
{
    private const int Batch = 100;

    public static async Task Run(Scale scale)
    {
        await Append(scale == Scale.Small ? 500 : 5_000);
        foreach (int entries in scale == Scale.Small ? [2_000, 20_000] : new[] { 20_000, 200_000 })
        {
            await Verify(entries);
        }
    }

    private static async Task Append(int entries)
    {
        string folder = Directory.CreateTempSubdirectory("bench-log-").FullName;
        ServiceCollection services = new();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new LogSigner("bench", RandomNumberGenerator.GetBytes(32)));
        services.AddSingleton<LogSequencer>();
        services.Configure<IdentityOptions>(AccountSchema.Choose);
        services.AddDbContext<PortalDb>(options => SqliteDesign.Use(options, $"Data Source={Path.Combine(folder, "portal.db")}"));
        await using (ServiceProvider host = services.BuildServiceProvider())
        {
            await using AsyncServiceScope scope = host.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.EnsureCreatedAsync();
            using BareDatabase bare = new(folder);
            byte[][] rows = [.. Enumerable.Repeat(new byte[400], Batch * 2)];
            await Pairs.Compare($"append of {entries} entries in batches of {Batch}", 5, () => Bare(bare, rows, entries), () => Append(host, entries), "≤ 1.43 (that is 0.7 of the limit)");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Task Bare(BareDatabase bare, byte[][] rows, int entries)
    {
        for (int done = 0; done < entries; done += Batch)
        {
            bare.Commit(rows);
            bare.CommitOneRow();
        }

        return Task.CompletedTask;
    }

    private static async Task Append(ServiceProvider host, int entries)
    {
        for (int done = 0; done < entries; done += Batch)
        {
            await using AsyncServiceScope scope = host.CreateAsyncScope();
            PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            for (int i = 0; i < Batch; i++)
            {
                db.Note(Actor.Portal, "bench.noted", "bench/1", new { number = done + i }, DateTimeOffset.UnixEpoch);
            }

            await db.Save(Actor.Portal);
            await host.GetRequiredService<LogSequencer>().NumberPending();
        }
    }

    private static async Task Verify(int entries)
    {
        LogFixture log = new(entries);
        byte[][] plain = [.. log.Entries.Select((_, i) => Encoding.UTF8.GetBytes($"{{\"entry\":{i}}}"))];
        await Pairs.Compare(
            $"verify {entries} entries",
            5,
            () =>
            {
                foreach (byte[] entry in plain)
                {
                    SHA256.HashData(entry);
                }

                return Task.CompletedTask;
            },
            async () =>
            {
                if (!(await new LogVerifier((name, _) => Task.FromResult(log.Files.GetValueOrDefault(name)), log.Key).Verify()).Holds)
                {
                    throw new InvalidOperationException("The log does not hold.");
                }
            },
            "≤ 2.00 (that is 0.5 of the limit)");
    }
}
