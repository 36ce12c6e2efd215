using System.Net;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>An evaluator goes from one missing score to the next; progress is counted, whatever the number of bids.</summary>
public sealed class ScoreSheetDoorTests
{
    private const string Sheet = $"/tenders/{EvaluationScene.Ref}/evaluation/lots/2/sheet";

    [Fact]
    public async Task Saving_leads_to_the_next_missing_score_and_at_the_end_back_to_the_sheet()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        HttpClient evaluator = scene.AsEvaluators[0];
        string[] bids = ["bidder-a", "bidder-b", "bidder-c"];
        // From the last score on: the next missing is looked for onwards, then from the beginning.
        string at = EvaluationScene.ScorePage("2", bids[2], "Q2");
        List<string> went = [];
        for (int i = 0; i < 6; i++)
        {
            using HttpResponseMessage answer = await evaluator.PostForm(at, ("Form.Score", "3"), ("Form.Reason", "Meets the descriptor"), ("Form.Citation", ""));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            at = answer.Headers.Location!.ToString();
            went.Add(at);
        }

        Assert.Equal([EvaluationScene.ScorePage("2", bids[2], "Q1"), EvaluationScene.ScorePage("2", bids[0], "Q1"), EvaluationScene.ScorePage("2", bids[0], "Q2"), EvaluationScene.ScorePage("2", bids[1], "Q1"), EvaluationScene.ScorePage("2", bids[1], "Q2"), Sheet], went);
        string page = PostForms.Words(await evaluator.Page(Sheet));
        Assert.Contains("6 of 6 scores have a score and a reason", page, StringComparison.Ordinal);
        Assert.Contains("Bidder B", PostForms.Words(await evaluator.Page(Sheet + "?after=Bidder+A")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bidder A", PostForms.Words(await evaluator.Page(Sheet + "?after=Bidder+A")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_without_a_reason_is_kept_but_not_counted()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        HttpClient evaluator = scene.AsEvaluators[0];
        using HttpResponseMessage kept = await evaluator.PostForm(EvaluationScene.ScorePage("2", "bidder-a", "Q1"), EvaluationScene.ScorePage("2", "bidder-a", "Q1") + "/keep", [("Form.Score", "3"), ("Form.Reason", "")]);
        Assert.Contains("Saved at", await kept.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        string page = PostForms.Words(await evaluator.Page(Sheet));
        Assert.Contains("0 of 6 scores have a score and a reason", page, StringComparison.Ordinal);
        Assert.Contains("3 of 5", page, StringComparison.Ordinal);
    }
}
