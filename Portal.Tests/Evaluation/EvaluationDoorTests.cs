using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>From opened bids to a ranking, through the pages.</summary>
public sealed class EvaluationDoorTests
{
    private const string Ref = EvaluationScene.Ref;

    [Fact]
    public async Task Two_evaluators_score_blind_the_moderator_agrees_and_the_lots_are_ranked()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "3", "3"), (b, "5", "4"));
        await scene.Rank();

        string page = PostForms.Words(await scene.AsCommissioner.Page($"/tenders/{Ref}/evaluation/ranking"));
        Assert.Contains("the difference of the exact totals, rounded only to be shown. Ranks are judged on totals rounded to 2 places, as published.", page, StringComparison.Ordinal);
        Tender tender = await scene.Tender();
        Assert.Equal(TenderStage.Deciding, tender.Stage);
        await scene.App.WithDb(async db =>
        {
            LotRanking[] rankings = [.. await EvaluationTables.RankingsOf(db, tender.Id)];
            // Lot 2: 40 × 3/5 + 20 × 3/5 + 40 = 76; 40 × 5/5 + 20 × 4/5 + 40 × 5000/6000 = 89 1/3. The cheapest did not qualify and moves no price.
            Assert.Equal(["89.33", "76.00"], rankings[1].Rows.OrderBy(r => r.Rank).Select(r => r.Total));
            Assert.Equal("268/3", rankings[1].Rows.Single(r => r.Rank == 1).ExactTotal);
            // Lot 1 is per home: quality once, price by home.
            Assert.Equal(["1111111", "2222222"], rankings[0].Rows.OrderBy(r => r.Rank).Select(r => r.HomeUrn));
            Assert.All(rankings, r => Assert.Equal(tender.MethodologySha256, r.MethodologySha256));
            Assert.True(await db.Set<LogEntry>().AnyAsync(e => e.Action == "evaluation.lotRanked"));
        });
        Assert.Contains("268/3", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_that_the_ladder_refers_is_settled_by_legal_with_a_reason_and_nothing_is_awarded_before()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened(t => t.ChangeLot("2", "prices", l => l.PriceBy(l.PriceLines, l.PriceMethod with { TieLadder = ["refer"] })));
        await scene.Qualify("P-102");
        (string a, string c) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-103"));
        await scene.ScoreAll([a, c], a);
        // 40 × 3/5 + 20 × 4/5 + 40 × 4500/5000 = 76 and 40 × 3/5 + 20 × 3/5 + 40 = 76.
        await scene.Agree(a, (a, "3", "4"), (c, "3", "3"));
        await scene.Rank();
        string award = $"/tenders/{Ref}/award";
        string tie = $"/tenders/{Ref}/evaluation/lots/2/tie";
        using HttpResponseMessage early = await scene.AsCommissioner.PostForm(award, award + "/recommendation", [("Form.Reason", "First by the published criteria")]);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        using HttpResponseMessage forbidden = await scene.AsCommissioner.PostForm(award, tie, [("Form.Choice", "Bidder A"), ("Form.Reason", "I like it")]);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        LotRanking ranking = (await scene.App.WithDb(async db => await EvaluationTables.RankingsOf(db, (await scene.Tender()).Id)))[1];
        Assert.Equal(2, ranking.Findings.Tied.Count);
        using HttpResponseMessage silent = await legal.PostForm(tie, ("Form.Choice", ranking.Findings.Tied[1]), ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        using HttpResponseMessage nobody = await legal.PostForm(tie, ("Form.Choice", "Bidder Z"), ("Form.Reason", "Lots were drawn"));
        Assert.Equal(HttpStatusCode.Conflict, nobody.StatusCode);
        await EvaluationScene.Post(legal, tie, null, [("Form.Choice", ranking.Findings.Tied[1]), ("Form.Reason", "Lots were drawn before two witnesses, as section 7 of the instructions says")]);
        LotRanking settled = (await scene.App.WithDb(async db => await EvaluationTables.RankingsOf(db, (await scene.Tender()).Id)))[1];
        Assert.Equal([1, 2], [settled.Rows.Single(r => r.Label == ranking.Findings.Tied[1]).Rank!.Value, settled.Rows.Single(r => r.Label == ranking.Findings.Tied[0]).Rank!.Value]);
        await EvaluationScene.Post(scene.AsCommissioner, award, award + "/recommendation", [("Form.Reason", "First by the published criteria")]);
        Assert.Contains("Lot,Ranking,Rank", await scene.AsCommissioner.Page($"/tenders/{Ref}/evaluation/ranking.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_declaration_there_is_no_bid_to_see()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        Actor third = await scene.App.Someone(scene.Commissioner.Organisation, Role.Evaluator);
        using HttpClient outsider = await scene.App.SignedInAs(third);
        using HttpResponseMessage refused = await outsider.GetAsync(new Uri(EvaluationScene.ScorePage("2", "bidder-a", "Q1"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await EvaluationScene.Post(scene.AsEvaluators[0], $"/tenders/{Ref}/evaluation/declaration", null, [("Form.Conflict", "true"), ("Form.Details", "A cousin works there")]);
        using HttpResponseMessage conflicted = await scene.AsEvaluators[0].GetAsync(new Uri(EvaluationScene.ScorePage("2", "bidder-a", "Q1"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, conflicted.StatusCode);
        await EvaluationScene.Post(scene.AsCommissioner, $"/tenders/{Ref}/evaluation/declarations/{scene.Evaluators[0].Person.Value}", null, [("Form.Choice", "goesOn"), ("Form.Reason", "Distant; works in another region")]);
        Assert.Contains("Bidder A", await scene.AsEvaluators[0].Page(EvaluationScene.ScorePage("2", "bidder-a", "Q1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_evaluators_page_shows_the_answer_and_no_name_no_price_and_nobody_elses_score()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        using HttpResponseMessage written = await EvaluationScene.Score(scene.AsEvaluators[0], "2", "bidder-a", "Q1", "5", "A reason only the first may see");
        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);

        string seen = PostForms.Words(await scene.AsEvaluators[1].Page(EvaluationScene.ScorePage("2", "bidder-a", "Q1")));
        Assert.Contains("Warm care", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("A reason only the first may see", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("P 10", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("000.00", seen, StringComparison.Ordinal);
        using HttpResponseMessage moderation = await scene.AsEvaluators[1].GetAsync(new Uri(EvaluationScene.Moderation("2"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, moderation.StatusCode);
    }

    [Fact]
    public async Task A_sheet_with_a_score_without_a_reason_cannot_be_locked()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        using HttpResponseMessage half = await EvaluationScene.Score(scene.AsEvaluators[0], "1", await scene.AliasOf("P-101"), "Q1", "4", "");
        Assert.Equal(HttpStatusCode.Redirect, half.StatusCode);
        using HttpResponseMessage refused = await scene.AsEvaluators[0].PostForm($"/tenders/{Ref}/evaluation/lots/1/sheet", ("Form.StillNoConflict", "true"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("cannot be explained later", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(SheetStanding.Open, await scene.App.WithDb(db => db.ScoreSheets.Select(s => s.Standing).SingleAsync()));
    }

    [Fact]
    public async Task Typing_is_kept_without_sending_the_form()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        string page = EvaluationScene.ScorePage("2", "bidder-a", "Q2");
        using HttpResponseMessage kept = await scene.AsEvaluators[0].PostForm(page, page + "/keep", [("Form.Reason", "Half a thought")]);
        Assert.Contains("Saved at", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Half a thought", await scene.AsEvaluators[0].Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_average_is_no_consensus()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        (string a, string b, string c) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"), await scene.AliasOf("P-103"));
        await scene.ScoreAll([a, b, c], a);
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, [.. scene.Present]);
        using HttpResponseMessage refused = await scene.AsModerator.PostForm($"{EvaluationScene.Moderation("2")}/{a}/Q1", ("Form.Score", "3.5"), ("Form.Reason", "Half way"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("An average is not an agreement", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using HttpResponseMessage early = await scene.AsModerator.PostForm($"/tenders/{Ref}/evaluation", $"/tenders/{Ref}/evaluation/freeze", []);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
    }

    [Fact]
    public async Task Scoring_waits_until_participation_is_decided_for_all_and_a_mandatory_ground_excludes()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        string all = $"/tenders/{Ref}/qualification";
        await EvaluationScene.Post(scene.AsCommissioner, all, all + "/start");
        using HttpResponseMessage early = await scene.AsCommissioner.PostForm(all, all + "/scoring", []);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        OrganisationId bidder = await scene.App.Organisation("P-101", Domain.Organisations.OrganisationKind.Provider);
        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm(
            $"{all}/{bidder.Value}",
            ("Form.Conditions[0].Met", "true"), ("Form.Conditions[0].Evidence", "Register"), ("Form.DebarmentListChecked", "true"), ("Form.GroundsConsidered", "Seen"),
            ("Form.GroundsFound", "offences"), ("Form.Representations", "Heard on 12 January"), ("Form.Outcome", "Qualified"), ("Form.Reason", "Fine"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("A mandatory ground applies", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using HttpResponseMessage forbidden = await scene.AsEvaluators[0].GetAsync(new Uri(all, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }
}
