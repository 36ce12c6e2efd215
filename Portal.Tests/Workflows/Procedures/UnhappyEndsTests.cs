using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Awards;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>The framework tender's procedure where things do not go as planned.</summary>
public sealed class UnhappyEndsTests
{
    private const string Ref = BidScene.Ref;
    private const string Subject = $"tender/{Ref}";
    private const string Procedure = "OpenFrameworkTender";

    [Fact]
    public async Task When_no_tender_comes_the_commissioner_is_told_and_ends_it_and_the_record_is_kept()
    {
        await using BidScene scene = await BidScene.Make();
        PortalApp app = scene.App;
        OrganisationId buyer = scene.Commissioner.Organisation;
        await app.Pump();
        await scene.Open();
        await app.Pump();

        Assert.Equal(1, await app.MessagesTo(buyer, Role.Commissioner, "No tender came"));
        Assert.Equal(StepOutcome.Skipped, await app.PassedBy(Procedure, Subject, "one-tender"));

        HttpClient commissioner = await app.SignedInAs(scene.Commissioner);
        await EvaluationScene.Post(commissioner, $"/tenders/{Ref}/cancel", null, [("Form.Reason", "No provider tendered.")]);
        await app.Pump();
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject));
        Assert.Equal(["next-working-day"], await app.WaitsAt("TenderTermination", Subject));
        Tender ended = await Reload(app);
        Assert.Equal(new DateOnly(2033, 1, 11), ended.KeptUntil);

        await app.PumpAt(new DateTimeOffset(2027, 1, 12, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(1, await app.MessagesTo(buyer, Role.Legal, "The termination notice has no number yet"));
        Assert.Equal(["kept"], await app.WaitsAt("TenderTermination", Subject));
        await app.PumpAt(new DateTimeOffset(2033, 1, 12, 0, 0, 1, TimeSpan.Zero));
        Assert.Equal(InstanceState.Finished, await app.StateOf("TenderTermination", Subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task One_tender_goes_through_and_the_commissioner_is_asked_to_record_the_competition()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-101");
        using (await tool.Put("2", BidTool.Complete))
        using (await tool.Submit("2", "one"))
        {
            await scene.App.Pump();
        }

        await scene.Open();
        await scene.App.Pump();

        Assert.Equal(1, await scene.App.MessagesTo(scene.Commissioner.Organisation, Role.Commissioner, "Only one tender came"));
        Assert.Equal(StepOutcome.Skipped, await scene.App.PassedBy(Procedure, Subject, "no-tenders"));
        Assert.Equal(["start-qualification"], await scene.App.WaitsAt(Procedure, Subject));
    }

    [Fact]
    public async Task When_all_are_disqualified_nothing_is_scored_and_every_bidder_learns_what_becomes_of_its_bid()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        HttpClient commissioner = scene.AsCommissioner;
        await EvaluationScene.Post(commissioner, $"/tenders/{Ref}/qualification", $"/tenders/{Ref}/qualification/start");
        foreach (string code in (string[])["P-101", "P-102", "P-103"])
        {
            OrganisationId bidder = await scene.App.Organisation(code, OrganisationKind.Provider);
            await EvaluationScene.Post(commissioner, $"/tenders/{Ref}/qualification/{bidder.Value}", null,
            [
                ("Form.Conditions[0].Met", "false"), ("Form.Conditions[0].Evidence", "The register, seen today"), ("Form.DebarmentListChecked", "true"),
                ("Form.GroundsConsidered", "The platform and the register of companies"), ("Form.Outcome", "NotQualified"), ("Form.Reason", "No home of it is registered"),
            ]);
        }

        using HttpResponseMessage refused = await commissioner.PostForm($"/tenders/{Ref}/qualification", $"/tenders/{Ref}/qualification/scoring", []);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("No bidder has qualified", PostForms.Words(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        await scene.App.Pump();
        Assert.Equal(["qualify"], await scene.App.WaitsAt(Procedure, Subject));

        await EvaluationScene.Post(commissioner, $"/tenders/{Ref}/cancel", null, [("Form.Reason", "No supplier met the conditions.")]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.EndedEarly, await scene.App.StateOf(Procedure, Subject));
        List<string> told = await scene.App.WithDb(db => db.Messages.Where(m => m.Key!.StartsWith("terminated/")).Select(m => m.Body).ToListAsync());
        Assert.Equal(3, told.Count);
        Assert.All(told, body => Assert.Contains("It was opened", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claim_during_the_standstill_stops_the_procedures_clock_until_the_suspension_is_lifted()
    {
        await using EvaluationScene scene = await Noticed();
        PortalApp app = scene.App;
        HttpClient legal = await app.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await app.Pump();
        Assert.Equal(["standstill"], await app.WaitsAt(Procedure, Subject));

        await EvaluationScene.Post(legal, $"/tenders/{Ref}/award/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Served by e-mail"), .. ClaimForms.Issued]);
        await app.Pump();
        Assert.Equal(InstanceState.Paused, await app.StateOf(Procedure, Subject));
        await app.PumpAt(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(TenderStage.Standstill, (await Reload(app)).Stage);

        await EvaluationScene.Post(legal, $"/tenders/{Ref}/award/suspension", null, ClaimForms.Ended("Order of the court of 31 January 2027", "2027-01-31"));
        await app.Pump();
        Assert.Equal(TenderStage.ReadyToSign, (await Reload(app)).Stage);
        Assert.Equal(["sign"], await app.WaitsAt(Procedure, Subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_claim_after_the_standstill_stops_nothing()
    {
        await using EvaluationScene scene = await Noticed();
        HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await scene.App.PumpAt(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        await EvaluationScene.Post(legal, $"/tenders/{Ref}/award/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Served by e-mail"), .. ClaimForms.Issued]);
        await scene.App.Pump();

        Assert.Equal(InstanceState.Running, await scene.App.StateOf(Procedure, Subject));
        Assert.Equal(["sign"], await scene.App.WaitsAt(Procedure, Subject));
    }

    [Fact]
    public async Task A_winner_that_fails_its_checks_is_followed_by_the_next_through_a_new_decision_and_standstill()
    {
        await using EvaluationScene scene = await Noticed("4", "3");
        PortalApp app = scene.App;
        await app.Pump();
        OrganisationId first = await app.Organisation("P-102", OrganisationKind.Provider);
        OrganisationId next = await app.Organisation("P-101", OrganisationKind.Provider);
        const string Page = $"/tenders/{Ref}/award";
        using HttpResponseMessage empty = await scene.AsCommissioner.PostForm($"{Page}/fallen", ("Form.Supplier", first.Value.ToString()), ("Form.Withdrew", "false"), ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", first.Value.ToString()), ("Form.Withdrew", "false"), ("Form.Reason", "Its insurance was cancelled.")]);
        await app.Pump();

        Assert.Equal(TenderStage.Deciding, (await Reload(app)).Stage);
        Assert.Equal(["decide"], await app.WaitsAt(Procedure, Subject));
        Assert.Equal([1, 2], await app.WithDb(db => db.LotRankings.Where(r => r.LotNumber == "2").OrderBy(r => r.Number).Select(r => r.Number).ToListAsync()));
        await Award(scene);
        await app.Pump();
        Assert.All(await app.WithDb(async db => (await db.Awards.SingleAsync()).Winners), w => Assert.Equal(next, w.Bidder));
        Assert.Equal(["standstill"], await app.WaitsAt(Procedure, Subject));
        using HttpClient fallen = await app.SignedInAs(Role.ProviderBidder, first);
        Assert.Contains("Its insurance was cancelled.", PostForms.Words(await fallen.Page($"/tenders/{Ref}/result")), StringComparison.Ordinal);
        using HttpClient winner = await app.SignedInAs(Role.ProviderBidder, next);
        Assert.Contains("is awarded to you", PostForms.Words(await winner.Page($"/tenders/{Ref}/result")), StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDb(db => db.AssessmentSummaries.CountAsync(s => s.Bidder == next && s.LotNumber == "2")));

        await app.PumpAt(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["sign"], await app.WaitsAt(Procedure, Subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task When_the_only_winner_withdraws_there_is_nothing_to_recommend_and_the_way_on_is_said()
    {
        await using EvaluationScene scene = await Noticed();
        const string Page = $"/tenders/{Ref}/award";
        foreach (string code in (string[])["P-101", "P-102"])
        {
            OrganisationId bidder = await scene.App.Organisation(code, OrganisationKind.Provider);
            await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", bidder.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "Letter of today.")]);
            if (code == "P-101")
            {
                await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/recommendation", [("Form.Reason", "What remains after the first withdrawal")]);
            }
        }

        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm(Page, $"{Page}/recommendation", [("Form.Reason", "Nobody")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("End the procurement instead", PostForms.Words(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    /// <summary>P-102 wins lot 2, P-101 lot 1; the award notice is out since Monday 11 January 2027.</summary>
    private static async Task<EvaluationScene> Noticed(string careOfTheSecond = "1", string staffOfTheSecond = "3")
    {
        EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, careOfTheSecond, staffOfTheSecond), (b, "5", "4"));
        await scene.Rank();
        await Award(scene);
        return scene;
    }

    private static async Task Award(EvaluationScene scene)
    {
        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);
        const string Page = $"/tenders/{Ref}/award";
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/recommendation", [("Form.Reason", "First by the published criteria")]);
        await EvaluationScene.Post(director, Page, $"{Page}/decision", [("Form.Reason", "The published ranking is followed")]);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/summaries");
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
    }

    private static Task<Tender> Reload(PortalApp app) => app.WithDb(db => db.LoadTender(Actor.Portal, Ref));
}
