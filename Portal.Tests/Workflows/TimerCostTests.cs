using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Workflows.Definitions;
using Portal.Domain.Kernel;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>What it costs to have many procedures asleep: a poll asks one indexed question about them, however many they are.</summary>
public sealed class TimerCostTests
{
    private const int Sleepers = 10_000;

    private static readonly WorkflowDefinition Asleep = new WorkflowDefinition("Asleep", 1, "Waits for a year", "organisations", _ => Task.FromResult(default(OrganisationId)))
        .Starts("organisation.joinedCooperative")
        .Until("later", "In a year", _ => Task.FromResult<DateTimeOffset?>(new DateTimeOffset(2027, 11, 23, 9, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Ten_thousand_waiting_timers_cost_one_indexed_query_for_each_poll()
    {
        await using EngineHouse house = await EngineHouse.Open(Asleep);
        await house.Begin("X");
        await house.Quieten();
        Asked asked = new();
        await using ServiceProvider host = house.Host(asked);
        WorkflowPump pump = host.GetRequiredService<WorkflowPump>();
        await pump.RunOnce(TestContext.Current.CancellationToken);
        string[] withOne = asked.Take();

        await Multiply(house);
        await pump.RunOnce(TestContext.Current.CancellationToken);
        string[] withMany = asked.Take();

        Assert.Equal(Sleepers, await house.Ask(db => db.Bookmarks.CountAsync()));
        Assert.Equal(withOne, withMany);
        string aboutBookmarks = Assert.Single(withMany, q => q.Contains("\"Bookmarks\"", StringComparison.Ordinal));
        string[] plan = await Plan(house, aboutBookmarks);
        Assert.Contains(plan, line => line.Contains("USING INDEX IX_Bookmarks_WakeAt (WakeAt<?)", StringComparison.Ordinal));
        Assert.Empty(WholeTables(plan));
    }

    [Fact]
    public async Task The_other_two_questions_of_a_poll_are_indexed_too()
    {
        await using EngineHouse house = await EngineHouse.Open(Asleep);
        Asked asked = new();
        await using ServiceProvider host = house.Host(asked);
        await host.GetRequiredService<WorkflowPump>().RunOnce(TestContext.Current.CancellationToken);

        string[] questions = asked.Take();

        Assert.Equal(3, questions.Length);
        foreach (string question in questions)
        {
            Assert.Empty(WholeTables(await Plan(house, question)));
        }

        // The positive control: the same look finds a question that reads the whole table.
        Assert.Single(WholeTables(await Plan(house, "SELECT \"Id\" FROM \"Bookmarks\" WHERE \"Attempts\" = 3")));
    }

    [Fact]
    public async Task A_step_is_read_with_one_question_and_everything_it_writes_goes_with_one_save()
    {
        WorkflowDefinition steps = new WorkflowDefinition("Steps", 1, "Two steps", "organisations", _ => Task.FromResult(default(OrganisationId)))
            .Starts("organisation.joinedCooperative").Does("one", "One", _ => Task.CompletedTask).Does("two", "Two", _ => Task.CompletedTask);
        await using EngineHouse house = await EngineHouse.Open(steps);
        await house.Begin("X");
        Asked asked = new();
        await using ServiceProvider host = house.Host(asked);
        await using AsyncServiceScope scope = host.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Relay>().Execute(TestContext.Current.CancellationToken);
        Guid first = await house.Ask(db => db.Bookmarks.Select(b => b.Id).SingleAsync(TestContext.Current.CancellationToken));
        asked.Take();

        await using AsyncServiceScope step = host.CreateAsyncScope();
        Assert.True(await step.ServiceProvider.GetRequiredService<ResumeBookmark>().Execute(first, TestContext.Current.CancellationToken));

        string[] statements = asked.Take();
        Assert.Single(statements, s => s.StartsWith("SELECT", StringComparison.Ordinal));
        Assert.Equal("two", await house.Ask(db => db.Bookmarks.Select(b => b.Step).SingleAsync(TestContext.Current.CancellationToken)));
    }

    // What a question made for itself on the way ("MATERIALIZE b1") is small; a scan of anything else reads a table from end to end.
    private static IEnumerable<string> WholeTables(string[] plan) =>
        plan.Where(line => line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.Contains(" USING ", StringComparison.Ordinal) && !plan.Contains("MATERIALIZE " + line["SCAN ".Length..]));

    // Copies the one sleeping instance with its bookmark, inside the database.
    private static Task<int> Multiply(EngineHouse house) => house.Ask(async db =>
    {
        int copies = Sleepers - 1;
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies})
            INSERT INTO "WorkflowInstances" ("Id", "Definition", "DefinitionVersion", "Subject", "State", "StartedAt", "EndedAt", "SinceRow", "Moves", "Version")
            SELECT printf('00000000-0000-4000-8000-%012d', i), "Definition", "DefinitionVersion", "Subject" || i, "State", "StartedAt", "EndedAt", "SinceRow", "Moves", "Version" FROM "WorkflowInstances", n
            """);
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Bookmarks" ("Id", "Instance", "Step", "Branch", "Kind", "Ordinal", "Since", "DueAt", "WakeAt", "Attempts", "LastError", "Poisoned", "Lease", "LeasedUntil")
            SELECT i."Id", i."Id", b."Step", b."Branch", b."Kind", b."Ordinal", b."Since", b."DueAt", b."WakeAt", b."Attempts", b."LastError", b."Poisoned", b."Lease", b."LeasedUntil"
            FROM "Bookmarks" b, "WorkflowInstances" i WHERE i."Id" <> b."Instance"
            """);
    });

    private static Task<string[]> Plan(EngineHouse house, string question) => house.Ask(async db =>
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + question;
        foreach (string name in System.Text.RegularExpressions.Regex.Matches(question, @"@\w+").Select(m => m.Value).Distinct())
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, 1);
            command.Parameters.Add(parameter);
        }

        List<string> lines = [];
        await using DbDataReader reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.GetString(3));
        }

        return lines.ToArray();
    });

    /// <summary>Writes down every statement.</summary>
    private sealed class Asked : DbCommandInterceptor
    {
        private readonly ConcurrentQueue<string> statements = new();

        public string[] Take()
        {
            string[] taken = [.. statements];
            statements.Clear();
            return taken;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            statements.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            statements.Enqueue(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
