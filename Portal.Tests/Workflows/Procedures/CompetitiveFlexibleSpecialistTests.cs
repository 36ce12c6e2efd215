using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Evaluation;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Awards;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Qualification;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>A specialist contract played from requests to signature on a moved clock, with its unhappy ends.</summary>
public sealed class CompetitiveFlexibleSpecialistTests
{
    private const string Procedure = "CompetitiveFlexibleSpecialist";
    private const string Subject = $"tender/{FlexibleScene.Ref}";
    private const string Page = FlexibleScene.Page;

    [Fact]
    [Rule("A4-01")]
    public async Task It_goes_from_requests_through_shortlist_negotiation_and_final_tenders_to_the_signature()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        PortalApp app = scene.App;
        await Waits(scene, "requests-close");
        Assert.Equal(0, await app.WithDb(db => db.WorkflowInstances.CountAsync(i => i.Definition == "OpenFrameworkTender")));
        await scene.Ask("P-100", "P-101", "P-102");
        await app.PumpAt(FlexibleScene.RequestsClose.AddSeconds(1));
        await Waits(scene, "shortlist");
        await scene.Judge(("P-100", 5, 3), ("P-101", 4, 3), ("P-102", 1, 1));
        await scene.Invite();
        await Waits(scene, "questions-close");

        (BidTool first, BidTool second) = await InitialTenders(scene);
        await Negotiated(scene);
        await Waits(scene, "final-close");
        await scene.Send("P-100", "5200.00", "final-one", first);
        await scene.Send("P-101", "5600.00", "final-two", second);
        await app.PumpAt(FlexibleScene.FinalCloses.AddSeconds(1));
        Assert.Equal(TenderStage.Closed, (await scene.Tender()).Stage);
        await scene.Open();
        await Waits(scene, "start-qualification");
        Assert.Equal([(1, 2), (2, 2)], (await app.WithDb(db => db.OpenedBids.GroupBy(b => b.Round).Select(g => new { g.Key, Count = g.Count() }).ToListAsync())).OrderBy(g => g.Key).Select(g => (g.Key, g.Count)));
        Assert.Equal(2, await app.WithDb(db => db.TenderSeals.CountAsync()));

        await Assessed(scene);
        await Waits(scene, "decide");
        Assert.Equal([("P-100", 5200m, 1), ("P-101", 5600m, 2)], await Ranked(scene));
        await Award(scene);
        await Waits(scene, "standstill");
        await app.PumpAt(new DateTimeOffset(2027, 3, 20, 9, 0, 0, TimeSpan.Zero));
        await Waits(scene, "sign");
        await app.WithDb(async db =>
        {
            (await db.LoadTender(Actor.Portal, FlexibleScene.Ref)).Sign(app.Clock.GetUtcNow());
            await db.Save(Actor.Portal);
        });
        await app.Pump();
        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, Subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task Whoever_runs_it_is_told_that_nobody_asked_and_ends_it()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        await scene.App.Pump();
        await scene.App.PumpAt(FlexibleScene.RequestsClose.AddSeconds(1));

        Assert.Equal(1, await scene.App.MessagesTo(scene.Bids.Commissioner.Organisation, Role.Commissioner, "Nobody asked to take part"));
        Assert.Contains("Nobody asked to take part", PostForms.Words(await scene.AsCommissioner.Page($"{Page}/requests")), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/cancel", null, [("Form.Reason", "Nobody asked to take part.")]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.EndedEarly, await scene.App.StateOf(Procedure, Subject));
        await scene.App.NothingFailed();
    }

    [Fact]
    public async Task When_every_request_fails_the_conditions_nobody_is_invited()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        await scene.App.Pump();
        await scene.Ask("P-100", "P-101");
        await scene.App.PumpAt(FlexibleScene.RequestsClose.AddSeconds(1));
        await scene.Judge(("P-100", 0, 0), ("P-101", 0, 0));

        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm($"{Page}/requests", $"{Page}/requests/invitation", [.. FlexibleScene.Moment("Form.ClosesAt", BidScene.Closes)]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("No supplier meets the conditions", PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);
        await Waits(scene, "shortlist");
    }

    [Fact]
    public async Task A_silent_shortlist_is_told_to_the_buyer_and_cannot_be_negotiated_with()
    {
        await using FlexibleScene scene = await Shortlisted();
        await scene.App.PumpAt(BidScene.Closes.AddSeconds(1));
        await scene.Open();
        await Waits(scene, "start-negotiation");

        Assert.Equal(1, await scene.App.MessagesTo(scene.Bids.Commissioner.Organisation, Role.Commissioner, "No initial tender came"));
        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm($"{Page}/negotiation", $"{Page}/negotiation/start", []);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("End the procurement", PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/cancel", null, [("Form.Reason", "No tender came.")]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.EndedEarly, await scene.App.StateOf(Procedure, Subject));
    }

    [Fact]
    public async Task One_that_leaves_takes_its_sealed_tender_along_and_the_last_needs_a_reason_to_be_asked_alone()
    {
        await using FlexibleScene scene = await Shortlisted();
        await scene.Send("P-100", "6000.00", "one");
        await scene.Send("P-101", "6500.00", "two");
        using HttpClient leaver = await scene.As("P-101");
        await EvaluationScene.Post(leaver, $"{Page}/take-part", $"{Page}/take-part/leaving", [("reason", "The house was sold.")]);
        await scene.App.PumpAt(BidScene.Closes.AddSeconds(1));
        await scene.Open();
        Assert.Single(await scene.App.WithDb(db => db.OpenedBids.ToListAsync()));
        Assert.Equal(1, await scene.App.MessagesTo(scene.Bids.Commissioner.Organisation, Role.Commissioner, "A supplier has left"));
        await scene.Negotiation("start");
        await scene.Negotiation("round", ("agenda", "The night staff"));
        Assert.Equal(HttpStatusCode.Redirect, (await scene.Meet("P-100")).StatusCode);
        await scene.Negotiation("end");

        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm($"{Page}/negotiation", $"{Page}/negotiation/final-tenders", [.. FlexibleScene.Moment("Form.ClosesAt", FlexibleScene.FinalCloses), ("Form.WhyOnlyOne", "")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await scene.Negotiation("final-tenders", [.. FlexibleScene.Moment("Form.ClosesAt", FlexibleScene.FinalCloses), ("Form.WhyOnlyOne", "Its open book is within the benchmark.")]);
        await Waits(scene, "final-close");
        await scene.App.NothingFailed();
    }

    [Fact]
    public async Task Without_a_final_tender_there_is_nothing_to_award()
    {
        await using FlexibleScene scene = await Shortlisted();
        await InitialTenders(scene);
        await Negotiated(scene);
        await scene.App.PumpAt(FlexibleScene.FinalCloses.AddSeconds(1));
        await scene.Open();
        await scene.App.Pump();

        Assert.Equal(1, await scene.App.MessagesTo(scene.Bids.Commissioner.Organisation, Role.Commissioner, "No final tender came"));
        Assert.Contains("No bids were opened", PostForms.Words(await scene.AsCommissioner.Page($"{Page}/qualification")), StringComparison.Ordinal);
        await scene.App.NothingFailed();
    }

    private static async Task<FlexibleScene> Shortlisted()
    {
        FlexibleScene scene = await FlexibleScene.Published();
        await scene.App.Pump();
        await scene.Ask("P-100", "P-101");
        await scene.App.PumpAt(FlexibleScene.RequestsClose.AddSeconds(1));
        await scene.Judge(("P-100", 5, 3), ("P-101", 4, 3));
        await scene.Invite();
        await scene.App.Pump();
        return scene;
    }

    private static async Task<(BidTool First, BidTool Second)> InitialTenders(FlexibleScene scene)
    {
        BidTool first = await scene.Send("P-100", "6000.00", "one");
        BidTool second = await scene.Send("P-101", "5900.00", "two");
        await scene.App.PumpAt(BidScene.Closes.AddSeconds(1));
        await scene.Open();
        await Waits(scene, "start-negotiation");
        return (first, second);
    }

    /// <summary>One round: both are met for an hour, what one is told both are told, and final tenders are invited.</summary>
    private static async Task Negotiated(FlexibleScene scene)
    {
        await scene.Negotiation("start");
        await Waits(scene, "negotiate");
        await scene.Negotiation("round", ("agenda", "The night staff"));
        Assert.Equal(HttpStatusCode.Conflict, (await scene.Meet("P-100", minutes: 90)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await scene.Meet("P-100", told: "Nights may be shared by two homes.")).StatusCode);
        using HttpResponseMessage early = await scene.AsCommissioner.PostForm($"{Page}/negotiation", $"{Page}/negotiation/end", []);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await scene.Meet("P-101")).StatusCode);
        await scene.Negotiation("words", ("words", "The home opens in June."));
        await scene.Negotiation("end");
        foreach (string code in (string[])["P-100", "P-101"])
        {
            List<string> told = await scene.ToldTo(await scene.Supplier(code));
            Assert.Single(told, t => t.Contains("Nights may be shared", StringComparison.Ordinal));
            Assert.Single(told, t => t.Contains("opens in June", StringComparison.Ordinal));
        }

        using HttpClient second = await scene.As("P-101");
        string own = PostForms.Words(await second.Page($"{Page}/take-part"));
        Assert.Contains("How P-101 would staff the night", own, StringComparison.Ordinal);
        Assert.DoesNotContain("How P-100 would staff the night", own, StringComparison.Ordinal);
        await scene.Negotiation("final-tenders", [.. FlexibleScene.Moment("Form.ClosesAt", FlexibleScene.FinalCloses), ("Form.WhyOnlyOne", "")]);
    }

    private static async Task Assessed(FlexibleScene scene)
    {
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/qualification", $"{Page}/qualification/start");
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/qualification", $"{Page}/qualification/scoring");
        foreach (HttpClient member in scene.AsEvaluators.Append(scene.AsModerator))
        {
            await EvaluationScene.Declare(member);
        }

        foreach (HttpClient evaluator in scene.AsEvaluators)
        {
            foreach (string alias in (string[])["bidder-a", "bidder-b"])
            {
                Assert.Equal(HttpStatusCode.Redirect, (await EvaluationScene.Score(evaluator, "2", alias, "Q1", "4")).StatusCode);
                Assert.Equal(HttpStatusCode.Redirect, (await EvaluationScene.Score(evaluator, "2", alias, "Q2", "4")).StatusCode);
            }

            await EvaluationScene.Post(evaluator, $"{Page}/evaluation/lots/2/sheet", null, [("Form.StillNoConflict", "true")]);
        }

        await EvaluationScene.Post(scene.AsModerator, $"{Page}/evaluation", $"{Page}/evaluation/moderation");
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, scene.Present);
        foreach ((string alias, string criterion) in (ValueTuple<string, string>[])[("bidder-a", "Q1"), ("bidder-a", "Q2"), ("bidder-b", "Q1"), ("bidder-b", "Q2")])
        {
            await EvaluationScene.Post(scene.AsModerator, $"{EvaluationScene.Moderation("2")}/{alias}/{criterion}", null, [("Form.Score", "4"), ("Form.Reason", "Agreed 4 because the answer shows it")]);
        }

        await EvaluationScene.Post(scene.AsModerator, $"{Page}/evaluation", $"{Page}/evaluation/freeze");
        await scene.Bids.OpenPrices();
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/evaluation", $"{Page}/evaluation/rank");
    }

    private static async Task<List<(string Code, decimal Price, int Rank)>> Ranked(FlexibleScene scene)
    {
        var rows = await scene.App.WithDb(async db => (await db.LotRankings.Include(r => r.Rows).SingleAsync()).Rows.Select(t => (t.Bidder, Price: t.Price!.Value.Amount, Rank: t.Rank!.Value)).ToList());
        Dictionary<OrganisationId, string> codes = await scene.App.WithDb(db => db.Organisations.ToDictionaryAsync(o => o.Id, o => o.Code));
        return [.. rows.Select(r => (codes[r.Bidder], r.Price, r.Rank)).OrderBy(r => r.Rank)];
    }

    private static async Task Award(FlexibleScene scene)
    {
        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Bids.Commissioner.Organisation);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/award", $"{Page}/award/recommendation", [("Form.Reason", "First by the published criteria")]);
        await EvaluationScene.Post(director, $"{Page}/award", $"{Page}/award/decision", [("Form.Reason", "The published ranking is followed")]);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/award", $"{Page}/award/summaries");
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/award", $"{Page}/award/notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, FlexibleScene.Ref);
    }

    private static async Task Waits(FlexibleScene scene, string step)
    {
        await scene.App.Pump();
        Assert.Equal([step], await scene.App.WaitsAt(Procedure, Subject));
    }
}
