using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Ending;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards.Ending;

/// <summary>One lot ends without award at each stage while the other goes on untouched.</summary>
public sealed class EndLotTests
{
    private const string End2 = $"/tenders/{BidScene.Ref}/lots/2/end";
    private const string End1 = $"/tenders/{BidScene.Ref}/lots/1/end";
    private const string Why = "The region builds such a home itself.";

    [Fact]
    [Rule("A11-11")]
    [Rule("A2-06")]
    public async Task Before_the_opening_everybody_in_the_lot_is_told_at_one_instant_and_their_bids_stay_sealed()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool inBoth = await scene.Provider("P-101");
        foreach ((string lot, string body) in new[] { ("2", BidTool.Complete), ("1", """{"answers":{"Q1":"Warm homes","Q2":"Trained staff"},"declarations":{"D1":true},"homes":[{"urn":"1111111","prices":{"core":"5200.00"}}]}""") })
        {
            using HttpResponseMessage put = await inBoth.Put(lot, body);
            using HttpResponseMessage sent = await inBoth.Submit(lot, "key-" + lot);
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        }

        Actor drafting = await scene.Bidder("P-102");
        await scene.Draft(drafting);
        using HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Assert.Contains("Lot 1 goes on untouched", Words(await commissioner.Page(End2)), StringComparison.Ordinal);
        await EvaluationScene.Post(commissioner, End2, null, [("Form.Reason", Why)]);
        await scene.App.Pump();

        Message[] told = await scene.App.WithDb(db => db.Messages.Where(m => m.Key != null && m.Key.StartsWith("lotEnded/" + BidScene.Ref + "/2/")).ToArrayAsync());
        Assert.Equal(2, told.Length);
        Assert.Single(told.Select(m => m.SentAt).Distinct());
        Assert.All(told, m => Assert.Contains(Why, m.Body, StringComparison.Ordinal));
        Assert.Contains(told, m => m.Body.Contains("stays sealed", StringComparison.Ordinal));
        Assert.Contains(told, m => m.Body.Contains("cannot be sent in any more", StringComparison.Ordinal));

        Assert.Equal("LOT_ENDED", Assert.Single((await Assert.ThrowsAsync<RuleBroken>(() => scene.Submit(drafting, "late"))).Reasons).Code);
        using HttpClient bidder = await scene.App.SignedInAs(drafting);
        string bids = Words(await bidder.Page($"/tenders/{BidScene.Ref}/bids"));
        Assert.Contains("LOT ENDED", bids, StringComparison.Ordinal);
        Assert.Contains(Why, bids, StringComparison.Ordinal);

        OpeningRecord record = await scene.Open();
        Assert.Equal((1, 0), (record.Opened["1"], record.Opened["2"]));
        Assert.Contains("stays sealed", Assert.Single(record.Failures).Why, StringComparison.Ordinal);
        await scene.App.NothingFailed();
    }

    [Fact]
    [Rule("A11-11")]
    public async Task A_termination_notice_of_the_lot_alone_is_made_and_its_clock_runs()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Pump();
        await scene.App.Do((EndLot end) => end.Execute(scene.Commissioner, BidScene.Ref, "2", Why, BidScene.Token));
        await scene.App.Pump();

        Notice notice = await scene.App.WithDb(db => db.Notices.SingleAsync(n => n.Kind == NoticeKind.ProcurementTermination));
        JsonObject release = JsonNode.Parse(notice.ReleaseJson)!.AsObject();
        Assert.Empty(ProfileCheck.Of(release));
        Assert.Equal(("active", "2", "withdrawn"), ((string)release["tender"]!["status"]!, (string)release["tender"]!["lots"]![0]!["id"]!, (string)release["tender"]!["lots"]![0]!["status"]!));
        Assert.Single(release["tender"]!["lots"]!.AsArray());
        Assert.EndsWith(": lot 2", notice.Title, StringComparison.Ordinal);
        using HttpClient anyone = scene.App.Public();
        Assert.Contains(Why, Words(await anyone.Page($"/tenders/{BidScene.Ref}/notices/{notice.ReleaseId}")), StringComparison.Ordinal);
        Assert.Contains("This lot ended without award", Words(await anyone.Page($"/tenders/{BidScene.Ref}")), StringComparison.Ordinal);

        string subject = $"tender/{BidScene.Ref}/lot/2";
        Assert.Equal(["next-working-day"], await scene.App.WaitsAt("LotTermination", subject));
        await scene.App.PumpAt(scene.App.Clock.GetUtcNow().AddDays(5));
        Assert.Equal(1, await scene.App.MessagesTo(scene.Commissioner.Organisation, Role.Legal, "The termination notice of the lot has no number yet"));
        await scene.App.NothingFailed();
    }

    [Fact]
    public async Task Who_does_not_run_the_tender_ends_nothing_and_a_lot_without_reason_or_alone_is_refused()
    {
        await using BidScene scene = await BidScene.Make();
        using HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-101", OrganisationKind.Provider));
        using HttpResponseMessage forbidden = await provider.GetAsync(new Uri(End2, UriKind.Relative), BidScene.Token);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        using HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(commissioner, End2, End2, ("Form.Reason", ""))).Status);
        await EvaluationScene.Post(commissioner, End2, null, [("Form.Reason", Why)]);
        (HttpStatusCode last, string said) = await Try(commissioner, End1, End1, ("Form.Reason", Why));
        Assert.Equal(HttpStatusCode.Conflict, last);
        Assert.Contains("End the whole procurement", said, StringComparison.Ordinal);
        Assert.Single(await scene.App.WithDb(db => db.LogEntries.Where(e => e.Action == "tender.lotEnded").ToListAsync()));
    }

    [Fact]
    [Rule("A11-11")]
    public async Task While_scores_are_agreed_one_lot_ends_and_the_other_is_ranked_and_recommended()
    {
        await using EvaluationScene scene = await EvaluationScene.Opened();
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await EvaluationScene.Post(scene.AsCommissioner, End1, null, [("Form.Reason", Why)]);
        await EvaluationScene.Post(scene.AsModerator, EvaluationScene.Moderation("2"), null, scene.Present);
        foreach ((string alias, string q1, string q2) in new[] { (a, "1", "3"), (b, "5", "4") })
        {
            await scene.AgreeOne("2", alias, "Q1", q1);
            await scene.AgreeOne("2", alias, "Q2", q2);
        }

        await EvaluationScene.Post(scene.AsModerator, $"/tenders/{EvaluationScene.Ref}/evaluation", $"/tenders/{EvaluationScene.Ref}/evaluation/freeze");
        await scene.Rank();
        using HttpClient director = await Told(scene);
        await scene.App.WithDb(async db =>
        {
            Award award = await db.Awards.SingleAsync();
            Assert.Equal(["2"], award.Winners.Select(w => w.LotNumber).Distinct());
            Assert.Equal(["2"], await db.AssessmentSummaries.Select(s => s.LotNumber).Distinct().ToListAsync());
        });
    }

    [Fact]
    [Rule("A11-11")]
    public async Task During_the_standstill_the_award_of_one_lot_is_taken_back_and_the_other_is_signed()
    {
        await using EvaluationScene scene = await NoticedAward.Make();
        await scene.App.Pump();
        await EvaluationScene.Post(scene.AsCommissioner, End1, null, [("Form.Reason", Why)]);
        await scene.App.Pump();
        using HttpClient loser = await Provider(scene, "P-101");
        OrganisationId dropped = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        await scene.App.WithDb(async db =>
        {
            Award award = await db.Awards.SingleAsync();
            Assert.Equal((AwardStage.Noticed, "2"), (award.Stage, Assert.Single(award.Winners.Select(w => w.LotNumber).Distinct())));
            Assert.Equal(new DateOnly(2027, 1, 20), (await db.Tenders.SingleAsync()).StandstillEndsOn);
            Message told = await db.Messages.SingleAsync(m => m.Key == $"lotEnded/{Ref}/1/{dropped.Value}");
            Assert.Contains("The award of this lot to you is taken back", told.Body, StringComparison.Ordinal);
            JsonObject release = JsonNode.Parse((await db.Notices.SingleAsync(n => n.Kind == NoticeKind.ProcurementTermination)).ReleaseJson)!.AsObject();
            Assert.Empty(ProfileCheck.Of(release));
            Assert.Equal(("cancelled", "cancelled"), ((string)release["awards"]![0]!["status"]!, (string)release["contracts"]![0]!["status"]!));
            JsonObject[] all = [.. (await db.Notices.OrderBy(n => n.Row).ToListAsync()).Select(n => JsonNode.Parse(n.ReleaseJson)!.AsObject())];
            JsonObject compiled = CompiledRelease.Of(all);
            Assert.Equal(["withdrawn", "active"], compiled["tender"]!["lots"]!.AsArray().Select(l => (string)l!["status"]!));
            Assert.Empty(ProfileCheck.Of(compiled));
        });
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        Assert.NotEqual(HttpStatusCode.Redirect, (await Try(loser, Result, Result + "/signature", ("Form.Signatory", "Hal"), ("Form.Position", "Owner"))).Status);
        Assert.DoesNotContain(await scene.App.WithDb(db => db.Awards.Select(a => a.Signatures).SingleAsync()), s => s.Party == dropped);
        using HttpClient winner = await Provider(scene, "P-102");
        using HttpClient director = await Director(scene);
        await LookAt(scene, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        await ReviewConflicts(scene);
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat Provider"), ("Form.Position", "Director")]);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"/tenders/{Ref}/approval-to-award", Tenders.ApprovalFields.Of("CAB/27/3", new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19)));
        await Do(director, "signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));
        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
        (HttpStatusCode late, string said) = await Try(scene.AsCommissioner, End2, End2, ("Form.Reason", Why));
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("signed", said, StringComparison.Ordinal);
    }

    private static string Words(string html) => PostForms.Words(html);
}
