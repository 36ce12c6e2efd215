using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;
using Portal.Tests.Awards;
using Portal.Tests.Awards.Direct;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Notices;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>A direct award played from the ground to the contract details notice, and where it does not go as planned.</summary>
public sealed class DirectAwardProcedureTests
{
    private const string Procedure = "DirectAward";
    private const string Subject = DirectAwardScene.Subject;
    private const string Page = DirectAwardScene.Page;

    [Fact]
    [Rule("A9-07"), Rule("A10-06"), Rule("A1-13")]
    public async Task From_the_ground_through_UK5_UK6_and_the_standstill_to_the_signed_contract_and_UK7()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        PortalApp app = scene.App;
        await scene.Begin(DirectAwardScene.Technical);
        await app.Pump();
        Assert.Equal(["justify"], await app.WaitsAt(Procedure, Subject));
        await scene.Evidence(DirectAwardScene.Technical);
        await scene.Terms();
        Assert.Equal(HttpStatusCode.Redirect, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/forward")).Status);
        await app.Pump();
        Assert.Equal(["transparency"], await app.WaitsAt(Procedure, Subject));
        Assert.Equal(StepOutcome.Skipped, await app.PassedBy(Procedure, Subject, "end-competition"));

        // Nobody entered the notice on the platform: the commissioner is reminded on the evening of the next working day.
        await app.PumpAt(new DateTimeOffset(2026, 11, 24, 17, 0, 1, TimeSpan.Zero));
        Assert.Equal(1, await app.MessagesTo(scene.Commissioner.Organisation, Role.Commissioner, "See the transparency notice"));
        await scene.RecordTransparencyNumber();
        await app.Pump();
        Assert.Equal(["decide"], await app.WaitsAt(Procedure, Subject));
        Assert.Equal(1, await app.MessagesTo(scene.Commissioner.Organisation, Role.Director, "Decide the direct award"));

        await scene.Decide();
        await app.Pump();
        Assert.Equal(["award-notice"], await app.WaitsAt(Procedure, Subject));
        await scene.PublishAwardNotice();
        await app.Pump();
        Assert.Equal(["standstill"], await app.WaitsAt(Procedure, Subject));
        // UK6 on Tuesday 24 November 2026: eight working days end on Friday 4 December, because Monday 30 November is a bank holiday in Scotland.
        Assert.Equal(new DateOnly(2026, 12, 4), (await scene.Tender()).StandstillEndsOn);
        Assert.Equal(HttpStatusCode.Conflict, (await DirectAwardScene.Try(scene.AsSupplier, $"{Page}/agreement", $"{Page}/agreement", ("Form.Signatory", "Sam"), ("Form.Position", "Owner"))).Status);

        await app.PumpAt(LondonTime.StartOfDay((await scene.Tender()).StandstillEndsOn!.Value.AddDays(1)).AddHours(9));
        Assert.Equal((TenderStage.ReadyToSign, "sign"), ((await scene.Tender()).Stage, (await app.WaitsAt(Procedure, Subject)).Single()));
        (HttpStatusCode unready, string why) = await DirectAwardScene.Try(scene.AsDirector, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unready);
        Assert.Contains("Record the decision that allows the award", why, StringComparison.Ordinal);
        await scene.ReadyToSign();
        await scene.Sign();
        await app.Pump();

        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, Subject));
        Assert.Equal([NoticeKind.Transparency, NoticeKind.ContractAward, NoticeKind.ContractDetails], await scene.Notices());
        Assert.Contains("Complete", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        await app.NothingFailed();
        await EveryReleaseIsValid(app);
    }

    [Fact]
    [Rule("A9-08")]
    public async Task After_a_competition_that_nobody_entered_its_own_steps_end_and_the_direct_award_goes_on()
    {
        await using BidScene bids = await BidScene.Make();
        PortalApp app = bids.App;
        await app.Pump();
        await using DirectAwardScene scene = await DirectAwardScene.On(app, bids.Commissioner);
        await bids.Open();
        await app.Pump();
        Assert.Equal(1, await app.MessagesTo(scene.Commissioner.Organisation, Role.Commissioner, "No tender came"));

        await scene.PutForward(DirectAwardGround.Switch);
        await app.Pump();
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf("OpenFrameworkTender", Subject));
        Assert.Equal(StepOutcome.Ran, await app.PassedBy(Procedure, Subject, "end-competition"));
        Assert.Equal(["transparency"], await app.WaitsAt(Procedure, Subject));
        await scene.RecordTransparencyNumber();
        await scene.Decide();
        await scene.PublishAwardNotice();
        await app.Pump();
        Assert.Equal(["standstill"], await app.WaitsAt(Procedure, Subject));
        Assert.Equal([NoticeKind.Tender, NoticeKind.Transparency, NoticeKind.ContractAward], await scene.Notices());
        await app.NothingFailed();
    }

    [Fact]
    [Rule("A9-08")]
    public async Task While_a_suitable_tender_is_ranked_section_43_is_no_ground()
    {
        await using EvaluationScene ranked = await EvaluationScene.Opened();
        await ranked.Qualify("P-103");
        (string a, string b) = (await ranked.AliasOf("P-101"), await ranked.AliasOf("P-102"));
        await ranked.ScoreAll([a, b], a);
        await ranked.Agree(a, (a, "1", "3"), (b, "5", "4"));
        await ranked.Rank();
        await using DirectAwardScene scene = await DirectAwardScene.On(ranked.App, ranked.Commissioner);
        await scene.Begin(DirectAwardGround.Switch);
        await scene.Evidence(DirectAwardGround.Switch);
        await scene.Terms();

        (HttpStatusCode refused, string why) = await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/forward");
        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.Contains("A suitable tender is ranked", why, StringComparison.Ordinal);
        Assert.Null((await scene.Tender()).DirectGround);
    }

    [Fact]
    [Rule("A9-03")]
    public async Task An_urgent_award_states_no_standstill_and_is_signed_the_same_day()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        PortalApp app = scene.App;
        await scene.PutForward(DirectAwardScene.Urgency, standstill: false);
        await scene.RecordTransparencyNumber();
        await scene.Decide();
        await scene.PublishAwardNotice();
        await app.Pump();
        Assert.Equal(StepOutcome.Skipped, await app.PassedBy(Procedure, Subject, "standstill"));
        await scene.ReadyToSign();
        await scene.Sign();
        await app.Pump();

        Assert.Equal((TenderStage.Signed, InstanceState.Finished), ((await scene.Tender()).Stage, await app.StateOf(Procedure, Subject)));
        await app.NothingFailed();
    }

    [Fact]
    [Rule("A9-06")]
    public async Task A_user_choice_award_skips_every_notice_and_the_standstill()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        PortalApp app = scene.App;
        await scene.PutForward(DirectAwardGround.UserChoice, standstill: false);
        await app.Pump();
        Assert.Equal(["decide"], await app.WaitsAt(Procedure, Subject));
        await scene.Decide();
        await scene.ReadyToSign();
        await scene.Sign();
        await app.Pump();

        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, Subject));
        foreach (string step in (string[])["transparency", "award-notice", "end-standstill", "details-notice"])
        {
            Assert.Equal(StepOutcome.Skipped, await app.PassedBy(Procedure, Subject, step));
        }

        Assert.Empty(await scene.Notices());
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_claim_in_the_standstill_stops_the_signature_until_legal_lifts_it()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        PortalApp app = scene.App;
        await scene.PutForward(DirectAwardScene.Technical);
        await scene.RecordTransparencyNumber();
        await scene.Decide();
        await scene.PublishAwardNotice();
        await app.Pump();
        using HttpClient legal = await app.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EvaluationScene.Post(legal, $"/tenders/{DirectAwardScene.Ref}/award/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Served by e-mail"), .. ClaimForms.Issued]);
        await app.PumpAt(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(InstanceState.Paused, await app.StateOf(Procedure, Subject));
        Assert.Contains("Signature is suspended", PostForms.Words(await scene.AsDirector.Page(Page)), StringComparison.Ordinal);

        await EvaluationScene.Post(legal, $"/tenders/{DirectAwardScene.Ref}/award/suspension", null, ClaimForms.Ended("The claim was withdrawn.", "2027-01-04"));
        await app.Pump();
        Assert.Equal(["sign"], await app.WaitsAt(Procedure, Subject));
        await scene.ReadyToSign();
        await scene.Sign();
        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
    }

    [Fact]
    public async Task Given_up_or_ended_the_procedure_ends_and_a_new_one_may_begin()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        PortalApp app = scene.App;
        await scene.Begin(DirectAwardScene.Technical);
        await app.Pump();
        Assert.Equal(HttpStatusCode.Redirect, (await DirectAwardScene.Try(scene.AsCommissioner, Page, $"{Page}/give-up", ("Form.Reason", "Another ground fits."))).Status);
        await app.Pump();
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject));

        await scene.PutForward(DirectAwardScene.Urgency);
        await app.Pump();
        Assert.Equal(["transparency"], await app.WaitsAt(Procedure, Subject));
        Assert.DoesNotContain($"/tenders/{DirectAwardScene.Ref}\"", await app.WithDb(db => db.Notices.Select(n => n.ReleaseJson).SingleAsync()), StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, $"/tenders/{DirectAwardScene.Ref}/cancel", null, [("Form.Reason", "The need is gone.")]);
        await app.Pump();
        Assert.Equal(1, await app.MessagesTo(scene.Supplier, Role.ProviderBidder, "has ended"));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await app.Public().GetAsync(new Uri($"/tenders/{DirectAwardScene.Ref}/notices", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject));
        await app.NothingFailed();
    }

    private static async Task EveryReleaseIsValid(PortalApp app)
    {
        JsonSchema schema = JsonSchema.Embedded("release-schema.json");
        foreach (string json in await app.WithDb(db => db.Notices.OrderBy(n => n.Row).Select(n => n.ReleaseJson).ToListAsync()))
        {
            JsonObject release = JsonNode.Parse(json)!.AsObject();
            Assert.Empty(ProfileCheck.Of(release));
            Assert.Empty(schema.Faults(release));
            Assert.Equal("limited", release["tender"]!["procurementMethod"]!.ToString());
        }
    }
}
