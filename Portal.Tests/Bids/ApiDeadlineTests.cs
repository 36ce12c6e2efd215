using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;

namespace Portal.Tests.Bids;

/// <summary>The deadline through the provider's interface: the instant of receipt decides, whatever the sender does.</summary>
public sealed class ApiDeadlineTests
{
    private static readonly string Bid = $"/api/v1/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task A_bid_is_in_time_at_the_deadline_and_late_a_second_after()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool punctual = await scene.Provider("P-100");
        BidTool late = await scene.Provider("P-101");
        await punctual.Put("2", BidTool.Complete);
        await late.Put("2", BidTool.Complete);

        scene.App.Clock.MoveTo(BidScene.Closes);
        await punctual.SignIn();
        await late.SignIn();
        Assert.Equal(HttpStatusCode.Created, (await punctual.Submit("2", "key")).StatusCode);
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        JsonObject refused = await BidTool.Json(await late.Submit("2", "key"), HttpStatusCode.Conflict);
        JsonObject again = await BidTool.Json(await late.Submit("2", "key"), HttpStatusCode.Conflict);

        Assert.Equal("LATE", refused["reasons"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(refused.ToJsonString(), again.ToJsonString());
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(b => b.Status == SealedBidStatus.Late, BidScene.Token)));
        Assert.Equal(HttpStatusCode.Conflict, (await punctual.Client.DeleteAsync(new Uri(Bid + "/submission", UriKind.Relative), BidScene.Token)).StatusCode);
    }

    [Fact]
    public async Task In_a_race_at_the_deadline_a_bid_counts_exactly_when_stamped_in_time()
    {
        await using BidScene scene = await BidScene.Make();
        List<BidTool> tools = [];
        for (int i = 0; i < 12; i++)
        {
            BidTool tool = await scene.Provider(string.Create(CultureInfo.InvariantCulture, $"P-{200 + i}"));
            await tool.Put("2", BidTool.Complete);
            tools.Add(tool);
        }

        scene.App.Clock.MoveTo(BidScene.Closes.AddMinutes(-1));
        foreach (BidTool tool in tools)
        {
            await tool.SignIn();
        }

        scene.App.Clock.MoveTo(BidScene.Closes.AddMilliseconds(-3));
        await Task.WhenAll(tools.Select(async (tool, i) =>
        {
            scene.App.Clock.Move(TimeSpan.FromMilliseconds(1));
            HttpResponseMessage answer = await tool.Submit("2", "key");
            JsonObject said = await BidTool.Json(answer);
            DateTimeOffset at = DateTimeOffset.Parse(said["receipt"]!["receivedAt"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            Assert.Equal(at <= BidScene.Closes ? HttpStatusCode.Created : HttpStatusCode.Conflict, answer.StatusCode);
        }));

        List<SealedBid> bids = await scene.App.WithDb(db => db.SealedBids.ToListAsync(BidScene.Token));
        Assert.Equal(12, bids.Count);
        Assert.All(bids, b => Assert.Equal(b.ReceivedAt > BidScene.Closes, b.IsLate));
    }
}
