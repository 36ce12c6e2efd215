using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards.Apart;

/// <summary>The steps by which people award one lot of the evaluation scene before the other.</summary>
internal static class ApartScene
{
    public const string Early = $"/tenders/{Ref}/award?part=1";
    public const string EarlyResult = $"/tenders/{Ref}/result?part=1";
    public const string SetApart = $"{Page}/apart";
    public const string Subject = $"tender/{Ref}/award/1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The commissioner awards lot 1 before lot 2, up to its award notice on Monday 11 January 2027.</summary>
    public static async Task EarlyNotice(EvaluationScene scene, HttpClient director)
    {
        Assert.Contains("Award some lots before the others", await scene.AsCommissioner.Page(Page), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, SetApart, null, [("Form.Lots", "1"), ("Form.Reason", "Places on lot 1 are needed before Easter; first by the published criteria")]);
        Assert.Contains("Decide the award of lot 1 of", PostForms.Words(await director.Page("/today")), StringComparison.Ordinal);
        Assert.Contains("Recommend the award of lot 2 of", PostForms.Words(await scene.AsCommissioner.Page("/today")), StringComparison.Ordinal);
        await DecideAndTell(scene, director);
        await EvaluationScene.Post(scene.AsCommissioner, Early, $"{Page}/notice?part=1");
        await Number(scene, "032704-2027");
    }

    /// <summary>The separate award that was recommended is decided, and its bidders are told.</summary>
    public static async Task DecideAndTell(EvaluationScene scene, HttpClient director)
    {
        await EvaluationScene.Post(director, Early, $"{Page}/decision?part=1", [("Form.Reason", "The published ranking of this lot is followed")]);
        await EvaluationScene.Post(scene.AsCommissioner, Early, $"{Page}/summaries?part=1");
    }

    /// <summary>The award of the lots that are left, from its recommendation to the letters.</summary>
    public static async Task TellTheRest(EvaluationScene scene, HttpClient director)
    {
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        await Do(director, "decision", ("Form.Reason", "The published ranking is followed"));
        await Do(scene.AsCommissioner, "summaries");
    }

    /// <summary>The newest award notice got this number on the national platform.</summary>
    public static async Task Number(EvaluationScene scene, string number)
    {
        await scene.App.Pump();
        string notice = await scene.App.WithDb(db => db.Notices.Where(n => n.Kind == NoticeKind.ContractAward).OrderByDescending(n => n.Row).Select(n => n.ReleaseId).FirstAsync(Stop));
        await EvaluationScene.Post(scene.AsCommissioner, $"/tenders/{Ref}/notices/{notice}/national-number", null, [("Form.Number", number), ("Form.Ocid", "")]);
        await scene.App.Pump();
    }
}
