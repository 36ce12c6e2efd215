using System.Net;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Evaluation;

/// <summary>A moderator alone makes no winner: the panel met, its reasons say something, and a score that nobody gave is explained where legal reads it.</summary>
public sealed class PanelDoorTests
{
    private const string Ref = EvaluationScene.Ref;

    [Fact]
    [Rule("C2-05"), Rule("D2-01")]
    public async Task A_moderator_alone_agrees_nothing_and_a_score_outside_the_evaluators_is_explained_and_shown()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        string meeting = EvaluationScene.Moderation("2");
        Assert.Contains("A moderator alone agrees nothing", await Refused(scene, meeting, ("Form.Attendance", "me"), ("Form.Present", scene.Moderator.Person.Value.ToString())), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsModerator, meeting, null, scene.Present);

        // The evaluators gave 4 and 3.
        string page = $"{meeting}/{a}/Q1";
        Assert.Contains("at least five words", await Refused(scene, page, ("Form.Score", "4"), ("Form.Reason", "x")), StringComparison.Ordinal);
        Assert.Contains("evaluators gave 3 to 4", await Refused(scene, page, ("Form.Score", "5"), ("Form.Reason", "The panel agreed on the strongest evidence")), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsModerator, page, null, [("Form.Score", "5"), ("Form.Reason", "The panel agreed on the strongest evidence"), ("Form.WhyOutside", "Page 4 was overlooked by both evaluators")]);

        string checks = PostForms.Words(await scene.AsCommissioner.Page($"/tenders/{Ref}/equal-treatment"));
        Assert.Contains("1 agreed score lies outside what the evaluators gave", checks, StringComparison.Ordinal);
        Assert.Contains("Page 4 was overlooked by both evaluators", checks, StringComparison.Ordinal);
        Assert.Contains("Explained", checks, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A13-01")]
    public async Task A_recommendation_and_a_decision_say_something()
    {
        await using EvaluationScene scene = await Ranked();
        const string Award = $"/tenders/{Ref}/award";
        using HttpResponseMessage thin = await scene.AsCommissioner.PostForm(Award, $"{Award}/recommendation", [("Form.Reason", ".")]);
        Assert.Equal(HttpStatusCode.Conflict, thin.StatusCode);
        Assert.Contains("at least five words", PostForms.Words(await thin.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Award, $"{Award}/recommendation", [("Form.Reason", "First by the published criteria")]);
        using HttpClient director = await scene.App.SignedInAs(Domain.Kernel.Role.Director, scene.Commissioner.Organisation);
        using HttpResponseMessage nothing = await director.PostForm(Award, $"{Award}/decision", [("Form.Reason", "ok")]);
        Assert.Equal(HttpStatusCode.Conflict, nothing.StatusCode);
    }

    private static async Task<EvaluationScene> Ranked()
    {
        EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "1", "3"), (b, "5", "4"));
        await scene.Rank();
        return scene;
    }

    private static async Task<string> Refused(EvaluationScene scene, string page, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await scene.AsModerator.PostForm(page, fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return PostForms.Words(await answer.Content.ReadAsStringAsync());
    }
}
