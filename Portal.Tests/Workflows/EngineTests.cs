using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;

namespace Portal.Tests.Workflows;

/// <summary>A procedure moves by the clock and by what happens, once each step, whoever pumps and whenever.</summary>
public sealed class EngineTests
{
    [Fact]
    public async Task A_procedure_runs_from_start_to_end()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Quieten();
        Assert.Equal(["noon"], await house.Waiting());

        house.Clock.Move(TimeSpan.FromHours(27));
        await house.Quieten();
        Assert.Equal(["verify"], await house.Waiting());
        Assert.Equal(["B is stamped: X"], house.Delivered.Titles);

        await house.Verify("X");
        await house.Quieten();
        Assert.Equal(["score", "score", "score"], await house.Waiting());

        await house.Verify("X/2");
        await house.Verify("X/1");
        await house.Quieten();
        Assert.Equal(["score"], await house.Waiting());
        Assert.Equal(0, await house.Stamps("X", "d"));

        await house.Verify("X/3");
        await house.Quieten();
        Assert.Empty(await house.Waiting());
        Assert.Equal(InstanceState.Finished, await house.Ask(db => db.WorkflowInstances.Select(i => i.State).SingleAsync()));
        foreach (string step in new[] { "a", "b", "d" })
        {
            Assert.Equal(1, await house.Stamps("X", step));
        }
    }

    [Fact]
    public async Task What_happened_before_its_step_was_reached_still_counts()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Verify("X");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromDays(2));
        await house.Quieten();

        Assert.Equal(["score", "score", "score"], await house.Waiting());
    }

    [Fact]
    public async Task A_reminder_is_posted_once_and_only_while_the_task_waits()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Begin("Y");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromDays(2));
        await house.Quieten();
        await house.Verify("Y");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromDays(2));
        await house.Quieten();
        await house.Quieten();

        Assert.Equal(["B is stamped: X", "B is stamped: Y", "Verify the provider: X"], house.Delivered.Titles.Order());
    }

    [Fact]
    public async Task A_new_host_goes_on_where_the_stopped_one_left_off()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        ServiceProvider first = house.Host();
        await first.GetRequiredService<WorkflowPump>().RunOnce(TestContext.Current.CancellationToken);
        await first.DisposeAsync();

        house.Clock.Move(TimeSpan.FromHours(27));
        await house.Quieten(house.Host());

        Assert.Equal(["verify"], await house.Waiting());
        Assert.Equal(1, await house.Stamps("X", "a"));
        Assert.Equal(1, await house.Stamps("X", "b"));
    }

    [Fact]
    public async Task What_a_dead_host_had_claimed_is_taken_over_when_its_lease_ends()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromHours(27));
        DateTimeOffset until = house.Clock.GetUtcNow().AddMinutes(2);
        await house.Ask(db => db.Bookmarks.ExecuteUpdateAsync(set => set.SetProperty(b => b.Lease, Guid.NewGuid()).SetProperty(b => b.LeasedUntil, until)));

        await house.Quieten();
        Assert.Equal(["noon"], await house.Waiting());

        house.Clock.Move(TimeSpan.FromMinutes(3));
        await house.Quieten();
        Assert.Equal(["verify"], await house.Waiting());
    }

    [Fact]
    public async Task Two_hosts_on_one_file_share_the_work_and_do_nothing_twice()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        ServiceProvider other = house.Host();
        string[] codes = [.. Enumerable.Range(1, 20).Select(n => $"X{n}")];
        foreach (string code in codes)
        {
            await house.Begin(code);
        }

        house.Clock.Move(TimeSpan.FromHours(27));
        await Task.WhenAll(Task.Run(() => house.Quieten()), Task.Run(() => house.Quieten(other)));
        await house.Quieten();

        foreach (string code in codes)
        {
            Assert.Equal((1, 1), (await house.Stamps(code, "a"), await house.Stamps(code, "b")));
        }

        Assert.Equal(20, house.Delivered.Titles.Count);
        Assert.Equal(20, await house.Ask(db => db.WorkflowInstances.CountAsync()));
    }

    [Fact]
    public async Task Rebuilt_workflows_stand_where_they_stood_and_tell_nobody_twice()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Quieten();
        house.Clock.Move(TimeSpan.FromDays(2));
        await house.Quieten();
        await house.Verify("X");
        await house.Verify("X/2");
        await house.Quieten();

        ServiceProvider host = house.Host();
        using (IServiceScope scope = host.CreateScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<RebuildWorkflows>().Execute(TestContext.Current.CancellationToken));
        }

        await house.Quieten();
        Assert.Equal(["score", "score"], await house.Waiting());
        Assert.Single(house.Delivered.Titles);
    }

    [Fact]
    public async Task A_log_entry_is_relayed_by_its_own_mark_even_when_a_later_row_went_first()
    {
        await using EngineHouse house = await EngineHouse.Open(PracticeProcedure.Definition);
        await house.Begin("X");
        await house.Begin("Y");
        await house.Quieten();
        long first = await house.Ask(db => db.LogEntries.Where(e => e.Action == "organisation.joinedCooperative").MinAsync(e => e.Row));
        await house.Ask(db => db.WorkflowInstances.Where(i => i.SinceRow == first).ExecuteDeleteAsync());
        await house.Ask(db => db.LogEntries.Where(e => e.Row == first).ExecuteUpdateAsync(set => set.SetProperty(e => e.Relayed, false)));
        await house.Quieten();

        Assert.Equal(2, await house.Ask(db => db.WorkflowInstances.CountAsync()));
        Assert.Equal(0, await house.Ask(db => db.LogEntries.CountAsync(e => !e.Relayed)));
    }
}
