using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Tests.Furniture;

namespace Portal.Tests.Evaluation;

/// <summary>Bidders are asked, answer, and read the decision; what a decision takes out is ranked again without it.</summary>
public sealed class BidCaseDoorTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Cases = $"/tenders/{Ref}/cases";
    private const string Asked = $"/tenders/{Ref}/asked/1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<HttpClient> Provider(EvaluationScene scene, string code) => await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation(code, OrganisationKind.Provider));

    private static Task<string> Alias(EvaluationScene scene, string code, string lot) => scene.App.WithDb(async db =>
    {
        OrganisationId bidder = await scene.App.Organisation(code, OrganisationKind.Provider);
        return (await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, (await scene.Tender()).Id)).First(b => b.Bidder == bidder && b.LotNumber == lot).Alias;
    });

    private static async Task<(string, string)[]> Question(EvaluationScene scene, string code, CaseKind kind, int hours = 48) =>
    [
        ("Form.Kind", kind.ToString()), ("Form.Bid", $"2/{await Alias(scene, code, "2")}"), ("Form.Question", "How is the core price made up?"),
        ("Form.AnswerBy", scene.App.Clock.GetUtcNow().AddHours(hours).ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static async Task<EvaluationScene> Ranked(Action<Domain.Tenders.Tender>? also = null)
    {
        EvaluationScene scene = await EvaluationScene.Opened(also);
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "3", "3"), (b, "5", "4"));
        await scene.Rank();
        return scene;
    }

    [Fact]
    public async Task An_abnormally_low_bid_is_asked_about_heard_and_only_then_disregarded_and_the_lot_ranked_again()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpResponseMessage hasty = await scene.AsCommissioner.PostForm(Cases, await Question(scene, "P-102", CaseKind.AbnormallyLow, hours: 2));
        Assert.Equal(HttpStatusCode.Conflict, hasty.StatusCode);
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-102", CaseKind.AbnormallyLow));

        (string, string)[] disregard = [("Form.Outcome", "Disregarded"), ("Form.Reason", "It cannot pay its staff at this price")];
        using HttpResponseMessage unheard = await scene.AsCommissioner.PostForm(Cases + "/1", disregard);
        Assert.Equal(HttpStatusCode.Conflict, unheard.StatusCode);
        Assert.Contains("A4-04", await unheard.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using HttpClient other = await Provider(scene, "P-101");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(Asked, UriKind.Relative), Stop)).StatusCode);
        using HttpClient bidder = await Provider(scene, "P-102");
        await EvaluationScene.Post(bidder, Asked, null, [("Form.Answer", "We own the building")]);
        using HttpResponseMessage twice = await bidder.PostForm(Asked, ("Form.Answer", "And the garden"));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);

        Assert.Contains("We own the building", await scene.AsCommissioner.Page(Cases + "/1"), StringComparison.Ordinal);
        using HttpResponseMessage evaluator = await scene.AsEvaluators[0].GetAsync(new Uri(Cases, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, evaluator.StatusCode);
        await EvaluationScene.Post(scene.AsCommissioner, Cases + "/1", null, disregard);
        Assert.Contains("cannot pay its staff", PostForms.Words(await bidder.Page(Asked)), StringComparison.Ordinal);

        OrganisationId outOfIt = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        await scene.App.WithDb(async db =>
        {
            var runs = await db.LotRankings.Include(r => r.Rows).Where(r => r.LotNumber == "2").OrderBy(r => r.Number).ToListAsync(Stop);
            Assert.Equal([1, 2], runs.Select(r => r.Number));
            Assert.Contains(runs[0].Rows, r => r.Bidder == outOfIt);
            Assert.DoesNotContain(runs[1].Rows, r => r.Bidder == outOfIt);
            Assert.Equal(1, await db.LotRankings.CountAsync(r => r.LotNumber == "1", Stop));
        });

        // The disregarded bidder gets a letter with the reason and no summary (s.50(5)).
        string award = $"/tenders/{Ref}/award";
        await EvaluationScene.Post(scene.AsCommissioner, award, award + "/recommendation", [("Form.Reason", "First by the published criteria")]);
        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);
        await EvaluationScene.Post(director, award, award + "/decision", [("Form.Reason", "I agree with the report given")]);
        await EvaluationScene.Post(scene.AsCommissioner, award, award + "/summaries");
        string letter = PostForms.Words(await bidder.Page($"/tenders/{Ref}/result"));
        Assert.Contains("It cannot pay its staff at this price", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Awarded to P 101", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bid_below_the_published_screen_is_heard_and_decided_on_before_anything_is_recommended()
    {
        // P-101 asks 5,000; the mean of the others is 6,000, and nine tenths of that are 5,400.
        await using EvaluationScene scene = await Ranked(t => t.ChangeLot("2", "prices", l => l.PriceBy(l.PriceLines, l.PriceMethod with { AbnormallyLowBelowPercent = 90m })));
        string award = $"/tenders/{Ref}/award";
        string alias = await Alias(scene, "P-101", "2");
        async Task<(HttpStatusCode Status, string Said)> Recommend()
        {
            using HttpResponseMessage answer = await scene.AsCommissioner.PostForm(award, award + "/recommendation", [("Form.Reason", "First by the published criteria")]);
            return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync(Stop)));
        }

        (HttpStatusCode unasked, string told) = await Recommend();
        Assert.Equal(HttpStatusCode.Conflict, unasked);
        Assert.Contains($"Lot 2: the price of {alias} is below the published screen", told, StringComparison.Ordinal);
        Assert.Contains("A4-04", told, StringComparison.Ordinal);
        Assert.Contains("below the published screen", PostForms.Words(await scene.AsCommissioner.Page(award + "/report")), StringComparison.Ordinal);

        // A clarification is no substitute, and an open case is not a decision.
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", CaseKind.Clarification));
        Assert.Contains("is below the published screen", (await Recommend()).Said, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", CaseKind.AbnormallyLow));
        (HttpStatusCode undecided, string which) = await Recommend();
        Assert.Equal(HttpStatusCode.Conflict, undecided);
        Assert.Contains($"case 2 about the low price of {alias} is not decided yet", which, StringComparison.Ordinal);
        Assert.False(await scene.App.WithDb(db => db.Awards.AnyAsync(Stop)));

        using HttpClient bidder = await Provider(scene, "P-101");
        await EvaluationScene.Post(bidder, $"/tenders/{Ref}/asked/2", null, [("Form.Answer", "We own the building and have no loan on it")]);
        await EvaluationScene.Post(scene.AsCommissioner, Cases + "/2", null, [("Form.Outcome", "GoesOn"), ("Form.Reason", "It has shown how it can do the work at this price")]);
        Assert.Equal(HttpStatusCode.Redirect, (await Recommend()).Status);
    }

    [Fact]
    public async Task A_clarification_is_read_under_the_alias_and_takes_nobody_out()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify();
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", CaseKind.Clarification));
        using HttpClient bidder = await Provider(scene, "P-101");
        await EvaluationScene.Post(bidder, Asked, null, [("Form.Answer", "The figure on page 3 is per week")]);
        string pane = PostForms.Words(await scene.AsEvaluators[0].Page(EvaluationScene.ScorePage("2", await scene.AliasOf("P-101"), "Q1")));
        Assert.Contains("The figure on page 3 is per week", pane, StringComparison.Ordinal);
        Assert.DoesNotContain("P 101", pane, StringComparison.Ordinal);
        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm(Cases + "/1", ("Form.Outcome", "Disregarded"), ("Form.Reason", "Not clear"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using HttpResponseMessage price = await scene.AsCommissioner.PostForm(Cases, await Question(scene, "P-101", CaseKind.AbnormallyLow));
        Assert.Equal(HttpStatusCode.Conflict, price.StatusCode);
    }

    [Fact]
    public async Task An_exclusion_takes_out_every_bid_of_the_supplier_once_the_time_to_answer_is_over()
    {
        await using EvaluationScene scene = await Ranked();
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", CaseKind.Exclusion));
        scene.App.Clock.Move(TimeSpan.FromHours(49));
        using HttpClient bidder = await Provider(scene, "P-101");
        using HttpResponseMessage late = await bidder.PostForm(Asked, ("Form.Answer", "Sorry"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        await EvaluationScene.Post(scene.AsCommissioner, Cases + "/1", null, [("Form.Outcome", "Disregarded"), ("Form.Reason", "The ground applies and nothing shows that it will not recur")]);
        OrganisationId excluded = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        await scene.App.WithDb(async db =>
        {
            var latest = await db.RankingsOf((await scene.Tender()).Id, Stop);
            Assert.All(latest, r => Assert.Equal(2, r.Number));
            Assert.DoesNotContain(latest.SelectMany(r => r.Rows), r => r.Bidder == excluded);
        });
    }
}
