using Portal.Domain.Kernel;
using Portal.Tests.Evaluation;

namespace Portal.Tests.Awards;

/// <summary>P-102 wins lot 2, P-101 lot 1, P-103 is not qualified; summaries and award notice are out since Monday 11 January 2027.</summary>
internal static class NoticedAward
{
    private const string Page = $"/tenders/{EvaluationScene.Ref}/award";

    public static async Task<EvaluationScene> Make()
    {
        EvaluationScene scene = await Told();
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
        return scene;
    }

    /// <summary>The same before the award notice.</summary>
    public static async Task<EvaluationScene> Told()
    {
        EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "1", "3"), (b, "5", "4"));
        await scene.Rank();
        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/recommendation", [("Form.Reason", "First by the published criteria")]);
        await EvaluationScene.Post(director, Page, $"{Page}/decision", [("Form.Reason", "The published ranking is followed")]);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/summaries");
        return scene;
    }
}
