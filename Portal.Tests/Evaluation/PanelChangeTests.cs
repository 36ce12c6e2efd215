using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Evaluation;

/// <summary>An evaluator who leaves, and two moderators at once: nothing is stuck, nothing is lost.</summary>
public sealed class PanelChangeTests
{
    private const string Panel = $"/tenders/{EvaluationScene.Ref}/evaluation/panel";
    private const string Overview = $"/tenders/{EvaluationScene.Ref}/evaluation";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Rule("C2-04")]
    [Fact]
    public async Task An_evaluator_who_leaves_is_replaced_and_the_old_sheet_counts_for_nothing()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-102", "P-103");
        string alias = await scene.AliasOf("P-101");
        await ScoreAndLock(scene.AsEvaluators[0], alias, "4");
        (await EvaluationScene.Score(scene.AsEvaluators[1], "2", alias, "Q1", "0")).Dispose();

        using HttpResponseMessage stuck = await scene.AsModerator.PostForm(Overview, $"{Overview}/moderation", []);
        Assert.Equal(HttpStatusCode.Conflict, stuck.StatusCode);
        Assert.Contains(Panel, await scene.AsCommissioner.Page(Overview), StringComparison.Ordinal);
        Actor newcomer = await scene.App.Someone(scene.Commissioner.Organisation, Role.Evaluator);
        await EvaluationScene.Post(scene.AsCommissioner, Panel, null, Fields(scene.Evaluators[1], newcomer, "A new post from January"));

        Assert.NotEqual(HttpStatusCode.OK, await Status(scene.AsEvaluators[1], EvaluationScene.ScorePage("2", alias, "Q1")));
        HttpClient second = await scene.App.SignedInAs(newcomer);
        await EvaluationScene.Declare(second);
        await ScoreAndLock(second, alias, "3");
        await EvaluationScene.Post(scene.AsModerator, Overview, $"{Overview}/moderation");
        string meeting = PostForms.Words(await scene.AsModerator.Page(EvaluationScene.Moderation("2")));
        Assert.Contains("1 apart", meeting, StringComparison.Ordinal);
        Assert.DoesNotContain("4 apart", meeting, StringComparison.Ordinal);
        await scene.App.WithDb(async db =>
        {
            Assert.Equal(0, await db.ScoreSheets.Where(s => s.Evaluator == scene.Evaluators[1].Person).SelectMany(s => s.Scores).Select(s => s.Score).MinAsync(Stop));
            Assert.Equal(["evaluation.memberLeft", "tender.evaluatorNamed"], await db.LogEntries.Where(e => e.Action == "evaluation.memberLeft" || e.Action == "tender.evaluatorNamed").OrderBy(e => e.Action).Select(e => e.Action).ToListAsync(Stop));
        });
        Assert.Contains("Moderation has begun", PostForms.Words(await scene.AsCommissioner.Page(Panel)), StringComparison.Ordinal);
    }

    [Rule("C2-04")]
    [Fact]
    public async Task A_panel_is_changed_by_the_commissioner_for_a_reason_with_somebody_who_may()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-102", "P-103");
        Actor roleless = await scene.App.Someone(scene.Commissioner.Organisation, Role.Finance);
        Actor free = await scene.App.Someone(scene.Commissioner.Organisation, Role.Evaluator);
        Actor leaver = scene.Evaluators[0];

        await Refused(scene, Fields(leaver, roleless, "A new post"), HttpStatusCode.Conflict, "who holds the role of evaluator");
        await Refused(scene, Fields(leaver, scene.Moderator, "A new post"), HttpStatusCode.Conflict, "who holds the role of evaluator");
        await Refused(scene, Fields(leaver, scene.Evaluators[1], "A new post"), HttpStatusCode.Conflict, "evaluates already");
        await Refused(scene, Fields(roleless, free, "A new post"), HttpStatusCode.Conflict, "Choose one of the evaluators");
        await Refused(scene, Fields(leaver, free, ""), HttpStatusCode.UnprocessableEntity, "Say why the evaluator leaves");
        Assert.Equal(HttpStatusCode.Forbidden, await Status(scene.AsEvaluators[0], Panel));
        await EvaluationScene.Post(scene.AsCommissioner, Panel, null, [("Form.Leaver", leaver.Person.Value.ToString()), ("Form.Reason", "Long leave")]);
        using HttpResponseMessage twice = await scene.AsCommissioner.PostForm(Panel, Fields(leaver, free, "Again"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("At least two evaluators must have scored", PostForms.Words(await scene.AsCommissioner.Page(Overview)), StringComparison.Ordinal);
        Assert.Equal(ConflictStanding.SteppedDown, await scene.App.WithDb(db => db.ConflictDeclarations.Where(d => d.Person == leaver.Person).Select(d => d.Standing).SingleAsync(Stop)));
    }

    [Rule("C2-05")]
    [Fact]
    public async Task The_second_of_two_moderators_at_once_is_shown_what_the_first_kept_and_loses_nothing()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, scene.Present);
        string page = $"{EvaluationScene.Moderation("2")}/{a}/Q1";
        await EvaluationScene.Post(scene.AsModerator, page, null, Agreed("3", "0", "The first: a plan, no figures shown"));

        using HttpResponseMessage second = await scene.AsModerator.PostForm(page, Agreed("3", "0", "The second: figures are shown in part"));
        string shown = await second.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("The first: a plan, no figures shown", PostForms.Words(shown), StringComparison.Ordinal);
        Assert.Contains("The second: figures are shown in part", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"Form.Seen\" value=\"1\"", shown, StringComparison.Ordinal);
        Assert.Equal("The first: a plan, no figures shown", await Reason(scene));

        await EvaluationScene.Post(scene.AsModerator, page, null, [.. Agreed("3", "1", "Both: a plan, figures in part"), ("Form.WhyChanged", "Both notes are joined")]);
        Assert.Equal("Both: a plan, figures in part", await Reason(scene));
    }

    private static async Task Refused(EvaluationScene scene, (string, string)[] fields, HttpStatusCode status, string said)
    {
        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm(Panel, fields);
        Assert.Equal(status, refused.StatusCode);
        Assert.Contains(said, PostForms.Words(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    private static Task<string> Reason(EvaluationScene scene) => scene.App.WithDb(async db => (await db.Moderations.Include(m => m.Consensus).SingleAsync(m => m.Consensus.Any(), Stop)).Consensus.Single().Reason);

    private static (string, string)[] Agreed(string score, string seen, string reason) => [("Form.Score", score), ("Form.Seen", seen), ("Form.Reason", reason)];

    private static (string, string)[] Fields(Actor leaver, Actor newcomer, string reason) =>
        [("Form.Leaver", leaver.Person.Value.ToString()), ("Form.Person", newcomer.Person.Value.ToString()), ("Form.Reason", reason)];

    private static async Task<HttpStatusCode> Status(HttpClient who, string address)
    {
        using HttpResponseMessage answer = await who.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task ScoreAndLock(HttpClient evaluator, string alias, string score)
    {
        foreach ((string lot, string criterion) in from lot in new[] { "1", "2" } from criterion in new[] { "Q1", "Q2" } select (lot, criterion))
        {
            using HttpResponseMessage answer = await EvaluationScene.Score(evaluator, lot, alias, criterion, score);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        foreach (string lot in new[] { "1", "2" })
        {
            await EvaluationScene.Post(evaluator, $"/tenders/{EvaluationScene.Ref}/evaluation/lots/{lot}/sheet", null, [("Form.StillNoConflict", "true")]);
        }
    }
}
