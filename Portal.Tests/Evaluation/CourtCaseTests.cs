using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>The situations in which authorities lost in court, each tried through the pages: the portal refuses it, or stops the award until a lawyer has answered for it.</summary>
public sealed class CourtCaseTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Award = $"/tenders/{Ref}/award";
    private const string EqualTreatment = $"/tenders/{Ref}/equal-treatment";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>P-101 and P-102 ranked on lot 2 with these agreed scores; the evaluators gave 4 and 3 everywhere there.</summary>
    private static async Task<(EvaluationScene Scene, string A, string B)> Ranked((string Q1, string Q2) first, (string Q1, string Q2) second)
    {
        EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, first.Q1, first.Q2), (b, second.Q1, second.Q2));
        await scene.Rank();
        return (scene, a, b);
    }

    private static async Task<(HttpStatusCode Status, string Said)> Recommend(EvaluationScene scene)
    {
        using HttpResponseMessage answer = await scene.AsCommissioner.PostForm(Award, Award + "/recommendation", [("Form.Reason", "First by the published criteria")]);
        return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync(Stop)));
    }

    private static Task<HttpClient> Legal(EvaluationScene scene) => scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);

    private static Task<int> Tamper(EvaluationScene scene, FormattableString sql) => scene.App.WithDb(db => db.Database.ExecuteSqlAsync(sql, Stop));

    [Fact]
    public async Task EnergySolutions_2016_no_score_is_moved_over_a_threshold_unseen()
    {
        (EvaluationScene scene, string a, _) = await Ranked(("1", "3"), ("5", "4"));
        await using EvaluationScene kept = scene;
        // The agreed 1 is below the published minimum of 2: the bid is out, and the ordinary page changes nothing any more.
        using HttpResponseMessage late = await scene.AsModerator.PostForm($"{EvaluationScene.Moderation("2")}/{a}/Q1", ("Form.Score", "2"), ("Form.Reason", "On reflection"), ("Form.WhyChanged", "It would be a pity"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        string correction = $"/tenders/{Ref}/evaluation/lots/2/corrections/{a}/Q1";
        using HttpResponseMessage silent = await scene.AsModerator.PostForm(correction, ("Form.Score", "2"), ("Form.Reason", "On reflection"));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        await EvaluationScene.Post(scene.AsModerator, correction, null, [("Form.Score", "2"), ("Form.Reason", "The answer names the key worker"), ("Form.WhyChanged", "Page 4 was overlooked; found when the summary was written")]);

        await scene.App.WithDb(async db =>
        {
            LotRanking[] runs = await db.LotRankings.Include(r => r.Rows).Where(r => r.LotNumber == "2").OrderBy(r => r.Number).ToArrayAsync(Stop);
            Assert.Equal([1, 2], runs.Select(r => r.Number));
            Assert.Single(runs[0].Rows, r => r.Rank is not null);
            Assert.Equal(2, runs[1].Rows.Count(r => r.Rank is not null));
            LogEntry entry = await db.Set<LogEntry>().SingleAsync(e => e.Action == "evaluation.consensusCorrected", Stop);
            string payload = (await db.LogPayloads.SingleAsync(p => p.Entry == entry.Id, Stop)).Json!;
            Assert.All((string[])["\"before\":1", "\"after\":2", "Page 4 was overlooked"], part => Assert.Contains(part, payload, StringComparison.Ordinal));
        });
        Assert.Contains("Page 4 was overlooked", await scene.AsCommissioner.Page(EvaluationScene.Moderation("2")), StringComparison.Ordinal);

        (HttpStatusCode held, string said) = await Recommend(scene);
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("after prices could be seen", said, StringComparison.Ordinal);
        using HttpClient legal = await Legal(scene);
        await EvaluationScene.Post(legal, EqualTreatment, EqualTreatment + "/answers", [("Form.Kind", nameof(CheckKind.ScoreAfterPrice)), ("Form.Lot", "2"), ("Form.Reason", "The page was there at the deadline; the panel of both evaluators agreed again")]);
        Assert.Equal(HttpStatusCode.Redirect, (await Recommend(scene)).Status);
    }

    [Fact]
    public async Task Bromcom_2022_averages_in_place_of_a_consensus_stop_the_award()
    {
        (EvaluationScene scene, _, _) = await Ranked(("4", "4"), ("4", "4"));
        await using EvaluationScene kept = scene;
        (HttpStatusCode held, string said) = await Recommend(scene);
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("the rounded mean", said, StringComparison.Ordinal);
        Assert.False(await scene.App.WithDb(db => db.Awards.AnyAsync(Stop)));

        using HttpClient legal = await Legal(scene);
        using HttpResponseMessage empty = await legal.PostForm(EqualTreatment, EqualTreatment + "/answers", [("Form.Kind", nameof(CheckKind.ConsensusAveraged)), ("Form.Lot", "2"), ("Form.Reason", " ")]);
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        using HttpResponseMessage forbidden = await scene.AsCommissioner.PostForm(EqualTreatment, EqualTreatment + "/answers", [("Form.Kind", nameof(CheckKind.ConsensusAveraged)), ("Form.Lot", "2"), ("Form.Reason", "It is fine")]);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        await EvaluationScene.Post(legal, EqualTreatment, EqualTreatment + "/answers", [("Form.Kind", nameof(CheckKind.ConsensusAveraged)), ("Form.Lot", "2"), ("Form.Reason", "The minutes show a discussion of each score")]);
        Assert.Equal(HttpStatusCode.Redirect, (await Recommend(scene)).Status);
        Assert.True(await scene.App.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Action == "evaluation.checkAnswered", Stop)));
    }

    [Fact]
    public async Task Bromcom_2022_a_fraction_between_the_evaluators_scores_is_never_a_consensus()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        // The evaluators gave 4 and 3; their mean is no step of the published scale.
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, [.. scene.Present]);
        using HttpResponseMessage mean = await scene.AsModerator.PostForm($"{EvaluationScene.Moderation("2")}/{a}/Q1", ("Form.Score", "3.5"), ("Form.Reason", "Between the two"));
        Assert.Equal(HttpStatusCode.Conflict, mean.StatusCode);
        Assert.Contains("An average is not an agreement.", PostForms.Words(await mean.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        // Nor does the portal make one by itself: frozen without a consensus on every score is refused.
        using HttpResponseMessage none = await scene.AsModerator.PostForm($"/tenders/{Ref}/evaluation", $"/tenders/{Ref}/evaluation/freeze", []);
        Assert.Equal(HttpStatusCode.Conflict, none.StatusCode);
        Assert.False(await scene.App.WithDb(db => db.Moderations.AnyAsync(m => m.Consensus.Any(), Stop)));
    }

    [Fact]
    public async Task Lancashire_2018_no_score_is_kept_without_a_reason_from_the_first_sheet_to_the_consensus()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        HttpClient evaluator = scene.AsEvaluators[0];
        using HttpResponseMessage written = await EvaluationScene.Score(evaluator, "1", a, "Q1", "4");
        using HttpResponseMessage blank = await EvaluationScene.Score(evaluator, "1", a, "Q2", "4", reason: "   ");
        using HttpResponseMessage locked = await evaluator.PostForm($"/tenders/{Ref}/evaluation/lots/1/sheet", ("Form.StillNoConflict", "true"));
        Assert.Equal(HttpStatusCode.Conflict, locked.StatusCode);
        Assert.Equal(Domain.Evaluation.Scoring.SheetStanding.Open, await scene.App.WithDb(db => db.ScoreSheets.Select(s => s.Standing).SingleAsync(Stop)));

        await scene.ScoreAll([a, b], a);
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, [.. scene.Present]);
        using HttpResponseMessage agreed = await scene.AsModerator.PostForm($"{EvaluationScene.Moderation("2")}/{a}/Q1", ("Form.Score", "4"), ("Form.Reason", " \n "));
        Assert.Equal(HttpStatusCode.Conflict, agreed.StatusCode);
        Assert.Contains("Enter the reason the panel agreed on", PostForms.Words(await agreed.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.False(await scene.App.WithDb(db => db.Moderations.AnyAsync(m => m.Consensus.Any(), Stop)));
    }

    [Fact]
    public async Task EnergySolutions_2016_a_bid_below_a_mandatory_minimum_is_out_whatever_its_total_would_be()
    {
        // P-101 fails the minimum of Q1 by one step and is the cheaper of the two; it is not ranked, not proposed, and told which minimum.
        (EvaluationScene scene, _, _) = await Ranked(("1", "5"), ("2", "1"));
        await using EvaluationScene kept = scene;
        OrganisationId failing = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        LotRanking ranking = await scene.App.WithDb(db => db.LotRankings.Include(r => r.Rows).SingleAsync(r => r.LotNumber == "2", Stop));
        RankedTender row = ranking.Rows.Single(r => r.Bidder == failing);
        Assert.Equal((null, "Q1: The score 1 is below the published minimum of 2."), (row.Rank, row.WhyOut));
        Assert.Contains(ranking.Findings.WinnerChangesIf, c => c is { Criterion: "Q1", From: 1, To: 2 });
        Assert.Equal(HttpStatusCode.Redirect, (await Recommend(scene)).Status);
        Award award = await scene.App.WithDb(db => db.Awards.SingleAsync(Stop));
        Assert.DoesNotContain(award.Winners, w => w.LotNumber == "2" && w.Bidder == failing);
    }

    [Fact]
    public async Task Lancashire_2018_a_score_that_nobody_can_explain_is_never_awarded_on()
    {
        (EvaluationScene scene, string a, _) = await Ranked(("3", "3"), ("5", "4"));
        await using EvaluationScene kept = scene;
        await Tamper(scene, $"UPDATE ConsensusScores SET Reason = '' WHERE Criterion = 'Q2' AND Score = 3");
        (HttpStatusCode held, string said) = await Recommend(scene);
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("cannot be defended", said, StringComparison.Ordinal);
        using HttpClient legal = await Legal(scene);
        using HttpResponseMessage away = await legal.PostForm(EqualTreatment, EqualTreatment + "/answers", [("Form.Kind", nameof(CheckKind.ScoreWithoutReason)), ("Form.Lot", "2"), ("Form.Reason", "We remember it")]);
        Assert.Equal(HttpStatusCode.Conflict, away.StatusCode);
        Assert.NotEmpty(a);
    }

    [Fact]
    public async Task A_consensus_needs_its_reason_and_a_sheet_its_second_declaration()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        foreach (string criterion in (string[])["Q1", "Q2"])
        {
            using HttpResponseMessage written = await EvaluationScene.Score(scene.AsEvaluators[0], "1", a, criterion, "4");
            Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        }

        string sheet = $"/tenders/{Ref}/evaluation/lots/1/sheet";
        using HttpResponseMessage undeclared = await scene.AsEvaluators[0].PostForm(sheet);
        Assert.Equal(HttpStatusCode.Conflict, undeclared.StatusCode);
        Assert.Contains("declare again", await undeclared.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsEvaluators[0], sheet, null, [("Form.StillNoConflict", "true")]);

        // Reopening is a recorded act with a reason, and the moderator's alone.
        string reopen = $"/tenders/{Ref}/evaluation/lots/1/sheets/{scene.Evaluators[0].Person.Value}";
        using HttpResponseMessage forbidden = await scene.AsEvaluators[1].PostForm(sheet, reopen, [("Form.Reason", "Mine")]);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using HttpResponseMessage silent = await scene.AsModerator.PostForm(reopen, ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.Conflict, silent.StatusCode);
        await EvaluationScene.Post(scene.AsModerator, reopen, null, [("Form.Reason", "A page was scored twice")]);
        Assert.Equal(Domain.Evaluation.Scoring.SheetStanding.Open, await scene.App.WithDb(db => db.ScoreSheets.Select(s => s.Standing).SingleAsync(Stop)));
        Assert.True(await scene.App.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Action == "evaluation.sheetReopened", Stop)));
        Assert.NotEqual(a, b);
    }

    [Fact]
    public async Task A_method_that_is_not_the_published_one_and_a_panel_without_declarations_stop_the_award()
    {
        (EvaluationScene scene, _, _) = await Ranked(("3", "3"), ("5", "4"));
        await using EvaluationScene kept = scene;
        await Tamper(scene, $"UPDATE Tenders SET MethodologySha256 = 'abc'");
        await Tamper(scene, $"DELETE FROM ConflictDeclarations");
        await Tamper(scene, $"UPDATE ConsensusScores SET Score = 9 WHERE Score = 5");
        (HttpStatusCode held, string said) = await Recommend(scene);
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.All((string[])["differ from what was published", "without a declaration of interests", "no step of the published scale"], part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Legal_sees_every_check_who_had_what_and_how_each_supplier_came_in_and_others_do_not()
    {
        (EvaluationScene scene, _, _) = await Ranked(("3", "3"), ("5", "4"));
        await using EvaluationScene kept = scene;
        using HttpClient legal = await Legal(scene);
        string page = PostForms.Words(await legal.Page(EqualTreatment));
        Assert.All((string[])["Nothing stands in the way", "P 101", "P 103", "Specification.pdf", "Began a bid"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AsEvaluators[0].GetAsync(new Uri(EqualTreatment, UriKind.Relative), Stop)).StatusCode);
        using HttpClient stranger = await scene.App.SignedInAs(Role.Legal, await scene.App.Organisation("north-west"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(EqualTreatment, UriKind.Relative), Stop)).StatusCode);
    }
}
