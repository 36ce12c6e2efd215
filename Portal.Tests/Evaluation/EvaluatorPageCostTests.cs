using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>What an evaluator's page costs: the same questions to the database with two hundred bids as with three, counted and not timed.</summary>
public sealed class EvaluatorPageCostTests
{
    private const int Many = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_bids_ask_the_database_what_three_asked()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        string first = await scene.AliasOf("P-101");
        string page = EvaluationScene.ScorePage("2", first, "Q1");
        Asked asked = new();
        await using PortalApp host = PortalApp.On(scene.App.Folder, asked);
        host.Clock.MoveTo(scene.App.Clock.GetUtcNow());
        using HttpClient evaluator = await host.SignedInAs(scene.Evaluators[0]);
        await Keep(evaluator, page);
        await evaluator.Page(page);

        (string[] few, int fewLong) = await Cost(asked, evaluator, page);
        string[] kept = await CostOfKeeping(asked, evaluator, page);
        await Multiply(scene);
        (string[] many, int manyLong) = await Cost(asked, evaluator, page);

        Assert.NotEmpty(few);
        Assert.Equal(few, many);
        Assert.Equal(kept, await CostOfKeeping(asked, evaluator, page));
        // Only the figures of "1 of 6" and "198 of 400" and the address of the next score differ: no list of bids is on the page.
        Assert.InRange(Math.Abs(manyLong - fewLong), 0, 60);
    }

    [Fact]
    public async Task The_sheet_shows_25_bids_at_a_time_with_as_many_questions_for_200_as_for_50()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        Asked asked = new();
        await using PortalApp host = PortalApp.On(scene.App.Folder, asked);
        host.Clock.MoveTo(scene.App.Clock.GetUtcNow());
        using HttpClient evaluator = await host.SignedInAs(scene.Evaluators[0]);
        string page = $"/tenders/{EvaluationScene.Ref}/evaluation/lots/2/sheet";
        await evaluator.Page(page);

        await Multiply(scene, 50);
        (string[] some, int someLong) = await Cost(asked, evaluator, page);
        await Multiply(scene, Many);
        (string[] many, int manyLong) = await Cost(asked, evaluator, page);

        Assert.Equal(some.Length, many.Length);
        Assert.InRange(Math.Abs(manyLong - someLong), 0, 60);
    }

    private static async Task<(string[] Questions, int Length)> Cost(Asked asked, HttpClient evaluator, string page)
    {
        asked.Take();
        string html = await evaluator.Page(page);
        return (asked.Take(), html.Length);
    }

    private static async Task<string[]> CostOfKeeping(Asked asked, HttpClient evaluator, string page)
    {
        asked.Take();
        await Keep(evaluator, page);
        return asked.Take();
    }

    private static async Task Keep(HttpClient evaluator, string page)
    {
        using HttpResponseMessage kept = await evaluator.PostForm(page, page + "/keep", [("Form.Score", "3"), ("Form.Reason", "Meets the descriptor"), ("Form.Citation", "Warm care")]);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    // Copies one bid of lot 2 inside the database, under aliases of their own, until there are so many; each copy is scored under Q1 by whoever has a sheet.
    private static Task Multiply(EvaluationScene scene, int until = Many) => scene.App.WithDb(async db =>
    {
        int there = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"OpenedBids\" WHERE \"LotNumber\" = '2'").SingleAsync(Stop);
        await db.Database.OpenConnectionAsync(Stop);
        await db.Database.ExecuteSqlAsync($"""
            CREATE TEMP TABLE "Copies" AS WITH RECURSIVE n(i) AS (SELECT {there} + 1 UNION ALL SELECT i + 1 FROM n WHERE i < {until})
            SELECT b.* FROM (SELECT * FROM "OpenedBids" WHERE "LotNumber" = '2' ORDER BY "Alias" LIMIT 1) b, n
            """, Stop);
        await db.Database.ExecuteSqlAsync($"""UPDATE "Copies" SET "Id" = printf('00000000-0000-4000-8000-%012d', rowid + {there}), "Alias" = printf('Bidder Z%03d', rowid + {there})""", Stop);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "OpenedBids" SELECT * FROM "Copies";
            CREATE TEMP TABLE "Scores" AS SELECT g.* FROM "GivenScores" g, "Copies" c WHERE g."Criterion" = 'Q1' AND g."Submission" NOT LIKE '00000000-0000-4000-8000-%';
            UPDATE "Scores" SET "Submission" = printf('00000000-0000-4000-8000-%012d', rowid + {there});
            INSERT INTO "GivenScores" SELECT * FROM "Scores";
            DROP TABLE "Scores";
            DROP TABLE "Copies";
            """, Stop);
        await db.Database.CloseConnectionAsync();
        Assert.Equal(until, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"OpenedBids\" WHERE \"LotNumber\" = '2'").SingleAsync(Stop));
    });

    /// <summary>Writes down every statement, in order.</summary>
    private sealed class Asked : DbCommandInterceptor
    {
        private readonly ConcurrentQueue<string> all = [];

        public string[] Take()
        {
            string[] taken = [.. all];
            all.Clear();
            return taken;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            all.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            all.Enqueue(command.CommandText);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
