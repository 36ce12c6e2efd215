using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>Hundreds of rounds in which several servers go for the same step at the same moment.</summary>
public sealed class RaceTests
{
    private const int Rounds = 200;

    private static readonly WorkflowDefinition Chain = new WorkflowDefinition("Chain", 1, "A chain of steps", "organisations", _ => Task.FromResult(default(OrganisationId)))
        .Starts("organisation.joinedCooperative")
        .Either("either", "A happening or a moment", "organisation.verified", _ => Task.FromResult<DateTimeOffset?>(DateTimeOffset.UnixEpoch))
        .Does("a", "Stamp A", PracticeProcedure.Stamps("a"))
        .Does("b", "Stamp B", PracticeProcedure.Stamps("b"));

    private static readonly WorkflowDefinition Joined = new WorkflowDefinition("Joined", 1, "Branches that join", "organisations", _ => Task.FromResult(default(OrganisationId)))
        .Starts("organisation.joinedCooperative")
        .Each("lots", "For each lot", step => Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, 4).Select(n => $"{step.Subject}/{n}")]), lot => lot
            .Until("now", "At once", _ => Task.FromResult<DateTimeOffset?>(DateTimeOffset.UnixEpoch)))
        .Does("z", "Stamp Z", PracticeProcedure.Stamps("z"));

    [Fact]
    public async Task A_stale_signal_loses_in_every_round()
    {
        await using EngineHouse house = await EngineHouse.Open(Chain);
        ServiceProvider[] hosts = [house.Host(), house.Host(), house.Host()];
        int stale = 0;
        for (int round = 0; round < Rounds; round++)
        {
            await house.Begin($"R{round}");
            await Relay(hosts[0]);
            for (int step = 0; step < 3; step++)
            {
                Guid bookmark = await house.Ask(db => db.Bookmarks.Select(b => b.Id).SingleAsync());
                bool[] won = await Task.WhenAll(hosts.Select(host => Task.Run(() => Resume(host, bookmark))));
                Assert.Single(won, true);
                stale += won.Length - 1;
            }

            Assert.Equal((1, 1), (await house.Stamps($"R{round}", "a"), await house.Stamps($"R{round}", "b")));
        }

        Assert.Equal(Rounds * 6, stale);
        Assert.Equal(Rounds, await house.Ask(db => db.WorkflowInstances.CountAsync(i => i.State == InstanceState.Finished)));
    }

    [Fact]
    public async Task The_last_branch_joins_exactly_once_in_every_round()
    {
        await using EngineHouse house = await EngineHouse.Open(Joined);
        ServiceProvider[] hosts = [house.Host(), house.Host(), house.Host(), house.Host()];
        for (int round = 0; round < Rounds; round++)
        {
            await house.Begin($"R{round}");
            await Relay(hosts[0]);
            await Resume(hosts[0], await house.Ask(db => db.Bookmarks.Select(b => b.Id).SingleAsync()));
            Guid[] branches = await house.Ask(db => db.Bookmarks.Select(b => b.Id).ToArrayAsync());
            Assert.Equal(4, branches.Length);
            await Task.WhenAll(branches.Select((branch, i) => Task.Run(() => ResumeUntilDone(hosts[i], branch))));
            await Resume(hosts[0], await house.Ask(db => db.Bookmarks.Select(b => b.Id).SingleAsync()));

            Assert.Equal(1, await house.Stamps($"R{round}", "z"));
            Assert.Empty(await house.Waiting());
        }
    }

    private static async Task Relay(ServiceProvider host)
    {
        using IServiceScope scope = host.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Relay>().Execute(TestContext.Current.CancellationToken);
    }

    private static async Task<bool> Resume(ServiceProvider host, Guid bookmark)
    {
        using IServiceScope scope = host.CreateScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<ResumeBookmark>().Execute(bookmark, TestContext.Current.CancellationToken);
        }
        catch (StaleVersion)
        {
            return false;
        }
    }

    private static async Task ResumeUntilDone(ServiceProvider host, Guid branch)
    {
        bool waits = true;
        while (waits)
        {
            await Resume(host, branch);
            using IServiceScope scope = host.CreateScope();
            waits = await scope.ServiceProvider.GetRequiredService<PortalDb>().Bookmarks.AnyAsync(b => b.Id == branch);
        }
    }
}
