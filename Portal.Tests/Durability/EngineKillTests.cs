using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Durability;

/// <summary>Three servers work on one database file and are killed again and again while they do: every activity stands in the log exactly once.</summary>
public sealed class EngineKillTests
{
    private const int Hosts = 3;
    private const int InstancesToAKill = 15;

    [Fact]
    public async Task Servers_killed_at_random_points_lose_no_step_and_do_none_twice()
    {
        int kills = Rounds.Of(few: 4);
        string[] codes = [.. Enumerable.Range(1, kills * InstancesToAKill).Select(n => string.Create(CultureInfo.InvariantCulture, $"K{n}"))];
        await using Track track = await Track.Lay(codes);
        KillableServer[] servers = await Task.WhenAll(Enumerable.Range(0, Hosts).Select(_ => track.Server()));
        int killed = await Kill(track, servers, codes.Length, kills);
        Array.ForEach(servers, s => s.Dispose());

        await track.Finish();

        Assert.Equal(kills, killed);
        Assert.Empty(await track.Wrong(codes));
        Assert.Equal(codes.Length, await track.Ask(db => db.WorkflowInstances.CountAsync(i => i.State == InstanceState.Finished)));
        Assert.Equal(0, await track.Ask(db => db.Bookmarks.CountAsync()));
        Assert.Equal(codes.Length, track.Letters().Distinct().Count());
        TestContext.Current.SendDiagnosticMessage($"{killed} kills in {await track.Steps()} steps of {codes.Length} procedures; {track.Letters().Length - codes.Length} letters delivered again.");
    }

    [Fact]
    public async Task The_count_finds_a_step_that_was_done_twice_and_one_that_was_lost()
    {
        // A step that commits by itself and dies before the engine's own save: what one transaction is for.
        bool died = false;
        WorkflowDefinition careless = new WorkflowDefinition("Careless", 1, "Two transactions", "organisations", _ => Task.FromResult(default(OrganisationId)))
            .Starts("organisation.joinedCooperative")
            .Does("a", "Stamp A", async step =>
            {
                using IServiceScope apart = step.Uses.GetRequiredService<IServiceScopeFactory>().CreateScope();
                await apart.ServiceProvider.GetRequiredService<Stamp>().Execute(step.Reference, "a", step.Cancellation);
                if (!died)
                {
                    died = true;
                    throw new IOException("The server dies here.");
                }
            });
        await using EngineHouse house = await EngineHouse.Open(careless);
        await house.Begin("X");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromMinutes(3));
        await house.Quieten();

        Dictionary<string, int> stamps = await house.Ask(StampsInTheLog);
        Assert.Equal(["X.a 2"], Differences(stamps, ["X.a"]));
        Assert.Equal(["X.b 0"], Differences(stamps, ["X.b"]));
    }

    // Seeded points in the work, not in time, so that a slow machine is killed in the middle too.
    private static async Task<int> Kill(Track track, KillableServer[] servers, int instances, int kills)
    {
        Random chance = Rounds.Chance();
        int steps = instances * EngineServer.StampsOf("").Count();
        int[] points = [.. Enumerable.Range(0, kills).Select(_ => chance.Next(steps / 20, steps * 8 / 10)).Order()];
        foreach (int point in points)
        {
            while (await track.Steps() < point)
            {
                await Task.Delay(chance.Next(1, 10), TestContext.Current.CancellationToken);
            }

            int victim = chance.Next(servers.Length);
            await servers[victim].Kill();
            servers[victim].Dispose();
            servers[victim] = await track.Server();
        }

        return points.Length;
    }

    private static async Task<Dictionary<string, int>> StampsInTheLog(PortalDb db) =>
        await db.LogEntries.Where(e => e.Action == "home.occupancyStated").GroupBy(e => e.Subject).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key["home/".Length..], g => g.Count);

    private static string[] Differences(Dictionary<string, int> stamps, IEnumerable<string> wanted) =>
        [.. wanted.Select(urn => (urn, count: stamps.GetValueOrDefault(urn))).Where(s => s.count != 1).Select(s => $"{s.urn} {s.count}")];

    /// <summary>The database file, and what the servers left in it.</summary>
    private sealed class Track : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("portal-killed-").FullName;
        private readonly DateTimeOffset origin = DateTimeOffset.UtcNow;
        private readonly ServiceProvider here;

        private Track() => here = EngineServer.Build(folder, new EngineServer.FastClock(origin));

        public static async Task<Track> Lay(string[] codes)
        {
            Track track = new();
            using IServiceScope scope = track.here.CreateScope();
            PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            foreach (string code in codes)
            {
                Organisation organisation = Organisation.Register(code, code, OrganisationKind.Provider);
                organisation.JoinCooperative(Id.New<OrganisationId>());
                db.Add(organisation);
            }

            await db.Save(Actor.Portal, TestContext.Current.CancellationToken);
            return track;
        }

        public Task<KillableServer> Server() =>
            KillableServer.Start(TestContext.Current.CancellationToken, EngineServer.Word, folder, origin.Ticks.ToString(CultureInfo.InvariantCulture));

        public async Task<T> Ask<T>(Func<PortalDb, Task<T>> question)
        {
            using IServiceScope scope = here.CreateScope();
            return await question(scope.ServiceProvider.GetRequiredService<PortalDb>());
        }

        public Task<int> Steps() => Ask(db => db.StepRecords.CountAsync());

        /// <summary>The last server: it has to wait for the claims of the dead to expire.</summary>
        public async Task Finish()
        {
            while (await Ask(db => db.Bookmarks.AnyAsync()) || await Ask(db => db.LogEntries.AnyAsync(e => !e.Relayed)) || await Ask(db => db.OutboxMessages.AnyAsync(m => m.DueAt != null)))
            {
                await here.GetRequiredService<WorkflowPump>().RunUntilQuiet(TestContext.Current.CancellationToken);
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        public async Task<string[]> Wrong(string[] codes) => Differences(await Ask(StampsInTheLog), codes.SelectMany(EngineServer.StampsOf));

        public string[] Letters() => File.ReadAllLines(Path.Combine(folder, "letters.txt"));

        public async ValueTask DisposeAsync()
        {
            await here.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
