using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Help;
using Portal.Domain.Bids.LateBox;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>The late box: sealed and nameless, and opened only where legal admits a bid for stated reasons.</summary>
public sealed class LateBoxTests
{
    private const string Box = $"/tenders/{BidScene.Ref}/late-box";

    [Fact]
    public async Task Legal_admits_one_late_bid_and_refuses_another_and_only_the_admitted_is_opened()
    {
        await using BidScene scene = await BidScene.Make();
        (Guid first, Guid second) = await TwoLate(scene);
        Actor officer = await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal);
        HttpClient legal = await scene.App.SignedInAs(officer);

        string page = await legal.Page(Box);
        HttpResponseMessage unsaid = await legal.PostForm(Box, ("Form.Submission", first.ToString()), ("Form.Admit", "true"), ("Form.Ground", "PortalFailed"));
        HttpResponseMessage own = await legal.PostForm(Box, Decision(first, true, "BiddersOwn"));
        HttpResponseMessage admitted = await legal.PostForm(Box, Decision(first, true, "PortalFailed"));
        HttpResponseMessage again = await legal.PostForm(Box, Decision(first, false, "BiddersOwn"));
        HttpResponseMessage refused = await legal.PostForm(Box, Decision(second, false, "BiddersOwn"));

        Assert.Contains(first.ToString(), page, StringComparison.Ordinal);
        Assert.DoesNotContain("P 100", page, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect],
            new[] { unsaid, own, admitted, again, refused }.Select(a => a.StatusCode));
        OpeningRecord record = await scene.Open();
        Assert.Equal((1, 1), (record.Opened["2"], record.Late));
        Assert.Equal(first, (await scene.App.WithDb(db => db.OpenedBids.SingleAsync(BidScene.Token))).Id.Value);
        Assert.Contains(await scene.App.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(BidScene.Token)), a => a == "lateBid.admitted");
        SealedBid opened = await scene.App.WithDb(db => db.SealedBids.SingleAsync(b => b.Id == new SubmissionId(first), BidScene.Token));
        Assert.Equal(first.ToString(), (await scene.App.Do((GiveReceipt give) => give.Execute(opened, BidScene.Token))).Submission);
    }

    [Fact]
    public async Task After_the_opening_no_late_bid_is_admitted()
    {
        await using BidScene scene = await BidScene.Make();
        (Guid first, _) = await TwoLate(scene);
        HttpClient legal = await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal));
        await scene.Open();

        HttpResponseMessage late = await legal.PostForm(Box, Decision(first, true, "PortalFailed"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(0, await scene.App.WithDb(db => db.LateDecisions.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task Only_the_buyers_legal_sees_the_late_box_and_nothing_is_told_before_the_deadline()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient legal = await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal));
        HttpClient elsewhere = await scene.App.SignedInAs(await scene.App.Someone(await scene.App.Organisation("north-east"), Role.Legal));
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);

        Assert.Contains("The deadline has not passed", await legal.Page(Box), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(new Uri(Box, UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.GetAsync(new Uri(Box, UriKind.Relative), BidScene.Token)).StatusCode);
    }

    [Fact]
    public async Task A_late_bid_does_not_take_the_place_of_one_in_time()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "in time");
        await tool.Put("2", BidTool.Complete);
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        await tool.SignIn();
        await tool.Submit("2", "late");
        Actor legal = await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal);
        SubmissionId late = (await scene.App.WithDb(db => db.SealedBids.SingleAsync(b => b.Status == SealedBidStatus.Late, BidScene.Token))).Id;

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => scene.App.Do((DecideLateBid decide) => decide.Execute(legal, BidScene.Ref, late, new LateVerdict(true, LateGround.PortalFailed, "The portal was down"), BidScene.Token)));

        Assert.Equal("BID_IN_TIME", refused.Reasons[0].Code);
    }

    private static (string, string)[] Decision(Guid submission, bool admit, string ground) =>
        [("Form.Submission", submission.ToString()), ("Form.Admit", admit ? "true" : "false"), ("Form.Ground", ground), ("Form.Reasons", "The portal's own log shows it")];

    private static async Task<(Guid First, Guid Second)> TwoLate(BidScene scene)
    {
        BidTool[] tools = [await scene.Provider("P-100"), await scene.Provider("P-101")];
        foreach (BidTool tool in tools)
        {
            await tool.Put("2", BidTool.Complete);
        }

        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        foreach (BidTool tool in tools)
        {
            await tool.SignIn();
            await tool.Submit("2", "late");
            scene.App.Clock.Move(TimeSpan.FromSeconds(5));
        }

        List<Guid> late = [.. (await scene.App.WithDb(db => db.SealedBids.OrderBy(b => b.ReceivedAt).Select(b => b.Id).ToListAsync(BidScene.Token))).Select(i => i.Value)];
        return (late[0], late[1]);
    }
}
