using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R6: the same Idempotency-Key, however often, however fast, wherever it arrives, leads to one bid and one receipt.</summary>
public sealed class RepetitionTests
{
    private const int Times = 50;

    [Fact]
    public async Task One_key_fifty_times_at_once_is_one_bid_with_one_receipt()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);

        string[] receipts = await Task.WhenAll(Enumerable.Range(0, Times).Select(_ => Task.Run(() => Receipt(tool, "key"))));

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));

        // The positive control: other keys are other calls, and the count sees them.
        await tool.Put("2", BidTool.Complete);
        Assert.NotEqual(receipts[0], await Receipt(tool, "another"));
        Assert.Equal(2, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task One_key_at_two_servers_at_once_is_one_bid_in_every_round()
    {
        await using BidScene scene = await BidScene.Make();
        await using PortalApp other = PortalApp.On(scene.App.Folder);
        for (int round = 0; round < Rounds.Of(few: 12); round++)
        {
            Actor bidder = await scene.Bidder($"P-{round + 100}");
            await scene.Draft(bidder);

            SealedBid[] bids = await Task.WhenAll(new[] { scene.App, other, scene.App, other }.Select(host => Task.Run(() => BidScene.Submit(host, bidder, "key"))));

            Assert.Single(bids.Select(b => b.Id).Distinct());
            Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(b => b.Bidder == bidder.Organisation, BidScene.Token)));
        }

        Assert.Equal(1, await scene.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "seal.made", BidScene.Token)));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_bid_in_time()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "first");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "second");

        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(b => b.Status == SealedBidStatus.InTime, BidScene.Token)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => scene.App.WithDb(db =>
            db.SealedBids.Where(b => b.Status == SealedBidStatus.Replaced).ExecuteUpdateAsync(set => set.SetProperty(b => b.Status, SealedBidStatus.InTime), BidScene.Token)));
    }

    private static async Task<string> Receipt(BidTool tool, string key)
    {
        using HttpResponseMessage answer = await tool.Submit("2", key);
        JsonObject body = await BidTool.Json(answer, HttpStatusCode.Created);
        return body["receipt"]!.ToJsonString();
    }
}
