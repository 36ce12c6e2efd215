using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R1: the portal as a real process on a real port, killed without warning while bids storm in. What was acknowledged is there, whole, once, and in the log.</summary>
public sealed class BidKillTests
{
    private const int Providers = 4;

    [Fact]
    public async Task No_acknowledged_bid_is_lost_when_the_server_is_killed_in_a_storm()
    {
        string folder = Directory.CreateTempSubdirectory("portal-storm-").FullName;
        int port = BidStorm.FreePort();
        (string Name, string Secret)[] clients = await BidStorm.Prepare(folder, Providers);
        BidStorm storm = new();
        Random chance = Rounds.Chance();
        int rounds = Rounds.Of(few: 2);
        for (int round = 0; round < rounds; round++)
        {
            using KillableServer server = await KillableServer.Start(BidScene.Token, BidServer.Word, folder, port.ToString(CultureInfo.InvariantCulture));
            int before = storm.Acknowledged;
            using CancellationTokenSource over = new();
            Task[] raging = [.. await Task.WhenAll(clients.Select(async c => storm.Rage(await BidStorm.Tool(c, port), $"{c.Name}-{round}", over.Token)))];
            int enough = before + chance.Next(5, 60);
            while (storm.Acknowledged < enough)
            {
                await Task.Delay(chance.Next(1, 15), BidScene.Token);
            }

            await server.Kill();
            await over.CancelAsync();
            await Task.WhenAll(raging);
        }

        await using (PortalApp after = PortalApp.On(folder))
        {
            Assert.Empty(await storm.Wrong(after));
            TestContext.Current.SendDiagnosticMessage($"{rounds} kills: {storm.Acknowledged} bids acknowledged, none lost; {storm.Unanswered} had no answer.");
        }

        await AskAgain(storm, folder, port);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_count_finds_an_acknowledged_bid_that_is_not_there()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        BidStorm storm = new();
        using CancellationTokenSource over = new();
        Task raging = storm.Rage(tool, "P-100", over.Token);
        while (storm.Acknowledged < 3)
        {
            await Task.Delay(1, BidScene.Token);
        }

        await over.CancelAsync();
        await raging;
        Assert.Empty(await storm.Wrong(scene.App));
        await scene.App.WithDb(db => db.SealedBids.OrderBy(b => b.Id).Take(1).ExecuteDeleteAsync(BidScene.Token));

        Assert.Equal(2, (await storm.Wrong(scene.App)).Count);
    }

    // The same keys again, to a server that was started anew: each leads to one bid, as if the crash had not been.
    private static async Task AskAgain(BidStorm storm, string folder, int port)
    {
        using KillableServer server = await KillableServer.Start(BidScene.Token, BidServer.Word, folder, port.ToString(CultureInfo.InvariantCulture));
        await storm.AskAgain();
        await server.Kill();
        await using PortalApp after = PortalApp.On(folder);
        Assert.Equal(0, storm.Unanswered);
        Assert.Empty(await storm.Wrong(after));
        Assert.Equal(storm.Acknowledged, await after.WithDb(db => db.SealedBids.CountAsync()));
    }
}
