using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;
using LotCover = Portal.Domain.Frameworks.LotCover;
using UpliftTerms = Portal.Domain.Frameworks.UpliftTerms;

namespace Portal.Tests.Evaluation;

/// <summary>Opened bids of three providers on a framework tender with a real panel, taken through the pages as its people would.</summary>
internal sealed class EvaluationScene : IAsyncDisposable
{
    public const string Ref = BidScene.Ref;

    private static readonly string[] Providers = ["P-101", "P-102", "P-103"];

    private EvaluationScene(BidScene bids) => Bids = bids;

    public BidScene Bids { get; }

    public PortalApp App => Bids.App;

    public IReadOnlyList<Actor> Evaluators { get; private set; } = [];

    /// <summary>Both evaluators met.</summary>
    public (string, string)[] Present => [.. Evaluators.Select(e => ("Form.Present", e.Person.Value.ToString())), ("Form.Attendance", "18 January 2027, by video")];

    public Actor Moderator { get; private set; } = Actor.Portal;

    public Actor Commissioner => Bids.Commissioner;

    public HttpClient AsCommissioner { get; private set; } = null!;

    public HttpClient AsModerator { get; private set; } = null!;

    public IReadOnlyList<HttpClient> AsEvaluators { get; private set; } = [];

    /// <summary>Three bids on lot 2 (5,000, 6,000 and 4,500 pounds a week), one of them also on lot 1 with two homes; opened.</summary>
    public static async Task<EvaluationScene> Opened(Action<Tender>? also = null)
    {
        List<Actor> evaluators = [];
        Actor moderator = Actor.Portal;
        BidScene bids = await BidScene.Make(openerKeys: false, panel: async (app, buyer) =>
        {
            evaluators = [await app.Someone(buyer, Role.Evaluator), await app.Someone(buyer, Role.Evaluator)];
            moderator = await app.Someone(buyer, Role.Moderator);
            return [.. evaluators.Select(e => (e.Person, e.Name, TeamPart.Evaluator)), (moderator.Person, moderator.Name, TeamPart.Moderator)];
        }, also: tender =>
        {
            SetUpAFramework(tender);
            SayWhomTheFirstLotIsFor(tender);
            also?.Invoke(tender);
        });
        EvaluationScene scene = new(bids) { Evaluators = evaluators, Moderator = moderator };
        string[] prices = ["5000.00", "6000.00", "4500.00"];
        for (int i = 0; i < Providers.Length; i++)
        {
            BidTool tool = await bids.Provider(Providers[i]);
            await Bid(tool, "2", BidTool.Complete.Replace("6100.00", prices[i], StringComparison.Ordinal));
            if (i == 0)
            {
                await Bid(tool, "1", """{"answers":{"Q1":"Warm homes","Q2":"Trained staff"},"declarations":{"D1":true},"homes":[{"urn":"1111111","prices":{"core":"5200.00"}},{"urn":"2222222","prices":{"core":"5400.00"}}]}""");
            }
        }

        await bids.Open();
        scene.AsCommissioner = await scene.App.SignedInAs(scene.Commissioner);
        scene.AsModerator = await scene.App.SignedInAs(moderator);
        scene.AsEvaluators = [await scene.App.SignedInAs(evaluators[0]), await scene.App.SignedInAs(evaluators[1])];
        return scene;
    }

    /// <summary>Everybody qualified but those named; scoring has begun and the panel has declared its interests.</summary>
    public async Task Qualify(params string[] notQualified)
    {
        await Post(AsCommissioner, $"/tenders/{Ref}/qualification", $"/tenders/{Ref}/qualification/start");
        foreach (string code in Providers)
        {
            bool out_ = notQualified.Contains(code);
            OrganisationId bidder = await App.Organisation(code, OrganisationKind.Provider);
            await Post(AsCommissioner, $"/tenders/{Ref}/qualification/{bidder.Value}", null,
            [
                ("Form.Conditions[0].Met", out_ ? "false" : "true"), ("Form.Conditions[0].Evidence", "The register, seen today"), ("Form.DebarmentListChecked", "true"),
                ("Form.GroundsConsidered", "The platform and the register of companies"), ("Form.Outcome", out_ ? "NotQualified" : "Qualified"), ("Form.Reason", out_ ? "No home of it is registered" : "Meets the condition"),
            ]);
        }

        await Post(AsCommissioner, $"/tenders/{Ref}/qualification", $"/tenders/{Ref}/qualification/scoring");
        foreach (HttpClient member in AsEvaluators.Append(AsModerator))
        {
            await Declare(member);
        }
    }

    public static Task Declare(HttpClient member) => Post(member, $"/tenders/{Ref}/evaluation/declaration", null, [("Form.Conflict", "false")]);

    public static string ScorePage(string lot, string alias, string criterion) => $"/tenders/{Ref}/evaluation/lots/{lot}/bids/{alias}/{criterion}";

    public static Task<HttpResponseMessage> Score(HttpClient evaluator, string lot, string alias, string criterion, string score, string reason = "Says how, with an example") =>
        evaluator.PostForm(ScorePage(lot, alias, criterion), ("Form.Score", score), ("Form.Reason", reason), ("Form.Citation", "Warm care"));

    /// <summary>Both evaluators score every bid of both lots and lock; moderation begins.</summary>
    public async Task ScoreAll(string[] lotTwo, string lotOne)
    {
        for (int i = 0; i < AsEvaluators.Count; i++)
        {
            foreach (string alias in lotTwo)
            {
                await ScoreBid(AsEvaluators[i], "2", alias, 4 - i);
            }

            await ScoreBid(AsEvaluators[i], "1", lotOne, 4);
            await Post(AsEvaluators[i], $"/tenders/{Ref}/evaluation/lots/2/sheet", null, [("Form.StillNoConflict", "true")]);
            await Post(AsEvaluators[i], $"/tenders/{Ref}/evaluation/lots/1/sheet", null, [("Form.StillNoConflict", "true")]);
        }

        await Post(AsModerator, $"/tenders/{Ref}/evaluation", $"/tenders/{Ref}/evaluation/moderation");
    }

    /// <summary>The moderator records what was agreed, by alias and criterion, and freezes it.</summary>
    public async Task Agree(string lotOne, params (string Alias, string Q1, string Q2)[] lotTwo)
    {
        foreach (string lot in (string[])["1", "2"])
        {
            await Post(AsModerator, Moderation(lot), null, Present);
        }

        await AgreeOne("1", lotOne, "Q1", "4");
        await AgreeOne("1", lotOne, "Q2", "4");
        foreach ((string alias, string q1, string q2) in lotTwo)
        {
            await AgreeOne("2", alias, "Q1", q1);
            await AgreeOne("2", alias, "Q2", q2);
        }

        await Post(AsModerator, $"/tenders/{Ref}/evaluation", $"/tenders/{Ref}/evaluation/freeze");
    }

    public static string Moderation(string lot) => $"/tenders/{Ref}/evaluation/lots/{lot}/moderation";

    public Task AgreeOne(string lot, string alias, string criterion, string score) =>
        Post(AsModerator, $"{Moderation(lot)}/{alias}/{criterion}", null, [("Form.Score", score), ("Form.Reason", $"Agreed {score} because the answer shows it"), ("Form.WhyOutside", "The panel read page 4 together and saw more")]);

    /// <summary>Two openers open the prices, and the commissioner ranks.</summary>
    public async Task Rank()
    {
        await Bids.OpenPrices();
        await RankOnly();
    }

    public Task RankOnly() => Post(AsCommissioner, $"/tenders/{Ref}/evaluation", $"/tenders/{Ref}/evaluation/rank");

    /// <summary>The alias under which a provider's bid is judged, as addresses write it.</summary>
    public async Task<string> AliasOf(string provider)
    {
        OrganisationId bidder = await App.Organisation(provider, OrganisationKind.Provider);
        return await App.WithDb(async db =>
        {
            TenderId tender = (await Tender()).Id;
            return Domain.Evaluation.AssessedBids.AliasInAddress((await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, tender)).First(b => b.Bidder == bidder));
        });
    }

    public Task<Tender> Tender() => App.WithDb(db => TenderLoading.LoadTender(db, Actor.Portal, Ref));

    /// <summary>Posts and expects to be led on; otherwise the test fails with what the page said.</summary>
    public static async Task Post(HttpClient who, string page, string? url = null, (string, string)[]? fields = null)
    {
        using HttpResponseMessage answer = await who.PostForm(page, url ?? page, fields ?? []);
        string said = PostForms.Words(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"POST {url ?? page} answered {(int)answer.StatusCode}: {said}");
    }

    public ValueTask DisposeAsync() => Bids.DisposeAsync();

    private static async Task ScoreBid(HttpClient evaluator, string lot, string alias, int score)
    {
        foreach (string criterion in (string[])["Q1", "Q2"])
        {
            using HttpResponseMessage answer = await Score(evaluator, lot, alias, criterion, score.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    private static async Task Bid(BidTool tool, string lot, string body)
    {
        using HttpResponseMessage put = await tool.Put(lot, body);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync());
        using HttpResponseMessage sent = await tool.Submit(lot, $"key-{lot}");
        Assert.True(sent.StatusCode == HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
    }

    private static void SetUpAFramework(Tender tender) => tender.SetUpFramework(new FrameworkTerms
    {
        Ref = "WM-2027",
        StartsOn = new DateOnly(2027, 4, 1),
        EndsOn = new DateOnly(2031, 3, 31),
        SelectionProcess = "The best match among those that fit the child's needs.",
        PriceMechanism = "The schedule price of the home.",
        WhoMayUse = "The authorities of the co-operative.",
        Uplift = new UpliftTerms("Consumer Prices Index", 4m, null, UpliftTerms.UsualQuorum, UpliftTerms.UsualVoteDays, "The framework terms."),
    });

    private static void SayWhomTheFirstLotIsFor(Tender tender)
    {
        Lot first = tender.Lots[0];
        LotCover cover = new(8, 15, ["trauma"], "Within 20 miles of the region's boundary", Judgement.Good);
        tender.ChangeLot(first.Number, "basics", lot => lot.Describe(Tenders.ATender.ALot with { Title = first.Title, Cover = cover }));
    }
}
