using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;

namespace Portal.Tests.Awards;

/// <summary>Ranked lots and the people who award them through the pages.</summary>
internal static class AwardScene
{
    public const string Ref = EvaluationScene.Ref;
    public const string Page = $"/tenders/{Ref}/award";
    public const string Result = $"/tenders/{Ref}/result";

    /// <summary>What a signatory types.</summary>
    public static (string, string)[] As(string name, string position) => [("Form.Signatory", name), ("Form.Position", position)];

    /// <summary>P-101 and P-102 ranked on lot 2, P-101 alone on lot 1, P-103 not qualified.</summary>
    public static async Task<EvaluationScene> Ranked(Action<Tender>? also = null)
    {
        EvaluationScene scene = await EvaluationScene.Opened(also);
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "1", "3"), (b, "5", "4"));
        await scene.Rank();
        return scene;
    }

    public static async Task<HttpClient> Director(EvaluationScene scene) => await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);

    public static async Task<HttpClient> Provider(EvaluationScene scene, string code) => await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation(code, OrganisationKind.Provider));

    public static Task Do(HttpClient who, string step, params (string, string)[] fields) => EvaluationScene.Post(who, Page, $"{Page}/{step}", fields);

    public static async Task<(HttpStatusCode Status, string Said)> Try(HttpClient who, string page, string url, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await who.PostForm(page, url, fields);
        return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync()));
    }

    public static async Task<HttpClient> Told(EvaluationScene scene)
    {
        HttpClient director = await Director(scene);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        await Do(director, "decision", ("Form.Reason", "The published ranking is followed"));
        await Do(scene.AsCommissioner, "summaries");
        return director;
    }

    /// <summary>Legal revises the conflicts assessment now that the bidders are known.</summary>
    public static async Task ReviewConflicts(EvaluationScene scene)
    {
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EvaluationScene.Post(legal, $"/tenders/{Ref}/draft/conflicts", null, [("Form.Assessment", "Everybody was asked again, bidder by bidder."), ("Form.Mitigation", "None needed steps.")]);
    }

    /// <summary>Both winners pass the last look before signature.</summary>
    public static async Task LookAtBoth(EvaluationScene scene)
    {
        await LookAt(scene, await scene.App.Organisation("P-101", OrganisationKind.Provider));
        await LookAt(scene, await scene.App.Organisation("P-102", OrganisationKind.Provider));
    }

    public static Task LookAt(EvaluationScene scene, OrganisationId winner, bool passes = true) => EvaluationScene.Post(
        scene.AsCommissioner, $"{Page}/diligence/{winner.Value}", null,
        [("Form.Insured", passes ? "true" : "false"), ("Form.Registered", "true"), ("Form.NotExcluded", "true"), ("Form.Evidence", "Certificate, register and debarment list seen today")]);
}
