using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;

namespace Portal.Tests.Awards;

/// <summary>A published limit from the ranking to the letters: the best placed supplier of a lot goes without it, and is told why.</summary>
public sealed class LotLimitDoorTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Page = $"/tenders/{Ref}/award";
    private const string Result = $"/tenders/{Ref}/result";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>P-101 is alone on lot 1 and first on lot 2, before P-102; one supplier gets one lot, lot 1 first, one supplier a lot.</summary>
    private static async Task<EvaluationScene> Ranked(bool lifted = false)
    {
        EvaluationScene scene = await EvaluationScene.Opened(tender =>
        {
            tender.SetUpFramework(tender.Framework! with { MostSuppliers = 1 });
            tender.LimitLots(new LotLimit { Most = 1, Order = ["1", "2"], LiftedWhereNoneRemains = lifted });
        });
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "5", "5"), (b, "2", "3"));
        await scene.Rank();
        return scene;
    }

    private static Task Do(HttpClient who, string step, params (string, string)[] fields) => EvaluationScene.Post(who, Page, $"{Page}/{step}", fields);

    private static async Task<HttpClient> Provider(EvaluationScene scene, string code) => await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation(code, OrganisationKind.Provider));

    private static Task<string[]> Winners(EvaluationScene scene) => scene.App.WithDb(async db => (await db.Awards.SingleAsync(Stop)).Winners.Select(w => $"{w.LotNumber}:{w.BidderName}").Distinct().ToArray());

    [Fact]
    public async Task The_limit_passes_over_the_first_of_a_lot_and_page_report_log_and_letters_say_why()
    {
        await using EvaluationScene scene = await Ranked();
        string before = PostForms.Words(await scene.AsCommissioner.Page(Page));
        Assert.All((string[])["One supplier is awarded at most 1 lot.", "has reached the limit with lot 1"], part => Assert.Contains(part, before, StringComparison.Ordinal));

        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "As the method and the limit give it"));
        Assert.Equal(["1:P 101", "2:P 102"], await Winners(scene));
        PassedOver passed = Assert.Single((await scene.App.WithDb(db => db.Awards.SingleAsync(Stop))).Recommendation.PassedOver);
        Assert.Equal(("2", "P 101", 1), (passed.LotNumber, passed.BidderName, passed.Rank));
        Assert.Equal(["1"], passed.AwardedLots);
        string logged = await scene.App.WithDb(async db =>
        {
            LogEntry entry = await db.Set<LogEntry>().SingleAsync(e => e.Action == "award.recommended", Stop);
            return (await db.LogPayloads.SingleAsync(p => p.Entry == entry.Id, Stop)).Json!;
        });
        Assert.Contains("passedOver", logged, StringComparison.Ordinal);

        string report = PostForms.Words(await scene.AsCommissioner.Page($"{Page}/report"));
        Assert.All((string[])["Nothing stands in the way of an award.", "Passed over: the supplier has reached the limit", "As the method and the limit give it", "P 102"], part => Assert.Contains(part, report, StringComparison.Ordinal));

        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);
        await Do(director, "decision", ("Form.Reason", "The published limit is followed"));
        await Do(scene.AsCommissioner, "summaries");
        using HttpClient first = await Provider(scene, "P-101");
        string letter = PostForms.Words(await first.Page(Result));
        Assert.Contains("Your tender was placed 1 of 2 by total score. This lot is not awarded to you because of the published limit. One supplier is awarded at most 1 lot.", letter, StringComparison.Ordinal);
        Assert.Contains("You are awarded lot 1.", letter, StringComparison.Ordinal);
        using HttpClient second = await Provider(scene, "P-102");
        Assert.Contains("this lot is awarded to you. A supplier placed above you has reached the published limit.", PostForms.Words(await second.Page(Result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_a_winner_falls_out_the_lots_are_awarded_anew_within_the_limit_beside_the_first_award()
    {
        await using EvaluationScene scene = await Ranked(lifted: true);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "As the method and the limit give it"));
        OrganisationId second = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", second.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "Withdrew by letter")]);
        Assert.Contains("the limit does not apply, as no other tender remains", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "Anew, without the supplier that withdrew"));
        Assert.Equal(["1:P 101", "2:P 101"], await Winners(scene));
        await scene.App.WithDb(async db =>
        {
            int[] runs = await db.LotRankings.Where(r => r.LotNumber == "2").OrderBy(r => r.Number).Select(r => r.Number).ToArrayAsync(Stop);
            Assert.Equal([1, 2], runs);
            Assert.Equal(2, await db.Set<LogEntry>().CountAsync(e => e.Action == "award.recommended", Stop));
        });
    }

    [Fact]
    public async Task Without_the_published_exception_a_lot_with_nobody_left_under_the_limit_is_not_awarded()
    {
        await using EvaluationScene scene = await Ranked();
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "As the method and the limit give it"));
        OrganisationId second = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", second.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "Withdrew by letter")]);
        Assert.Contains("Lot 2: no award", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "Anew after the supplier withdrew"));
        Assert.Equal(["1:P 101"], await Winners(scene));
    }

    [Fact]
    public async Task The_report_is_for_those_who_decide_and_waits_for_the_ranking()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        using HttpResponseMessage early = await scene.AsCommissioner.GetAsync(new Uri($"{Page}/report", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        using HttpResponseMessage evaluator = await scene.AsEvaluators[0].GetAsync(new Uri($"{Page}/report", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, evaluator.StatusCode);
        using HttpClient elsewhere = await scene.App.SignedInAs(Role.Director, await scene.App.Organisation("north-west"));
        using HttpResponseMessage other = await elsewhere.GetAsync(new Uri($"{Page}/report", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }
}
