using System.Globalization;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R2: the power fails in a storm of submissions. What kill -9 cannot see: the process's writes survive its death in the operating system's memory, but not a power cut.</summary>
public sealed class PowerCutTests
{
    private const int Providers = 40;

    [Fact]
    public async Task No_acknowledged_bid_is_lost_when_the_power_fails_in_a_storm()
    {
        Assert.SkipWhen(LoopDisk.WhyNot is not null, LoopDisk.WhyNot ?? "");
        int acknowledged = 0;
        int rounds = Rounds.Of(few: 1);
        for (int round = 0; round < rounds; round++)
        {
            (int bids, IReadOnlyList<string> wrong) = await CutPowerInAStorm(round);
            Assert.Empty(wrong);
            acknowledged += bids;
        }

        TestContext.Current.SendDiagnosticMessage($"{rounds} power cuts: {acknowledged} bids acknowledged, none lost.");
    }

    [Fact]
    public async Task Without_the_wait_for_the_disk_the_same_cut_loses_acknowledged_bids()
    {
        Assert.SkipWhen(LoopDisk.WhyNot is not null, LoopDisk.WhyNot ?? "");

        (int bids, IReadOnlyList<string> wrong) = await CutPowerInAStorm(0, BidServer.WithoutWait);

        TestContext.Current.SendDiagnosticMessage($"Positive control, nothing waits for the disk: {bids} bids acknowledged, {wrong.Count} findings.");
        Assert.NotEmpty(wrong);
    }

    private static async Task<(int Acknowledged, IReadOnlyList<string> Wrong)> CutPowerInAStorm(int round, params string[] how)
    {
        using LoopDisk disk = LoopDisk.New();
        string folder = Path.Combine(disk.Folder, "portal");
        Directory.CreateDirectory(folder);
        (string Name, string Secret)[] clients = await BidStorm.Prepare(folder, providers: Providers);
        int port = BidStorm.FreePort();
        BidStorm storm = new();
        using KillableServer server = await KillableServer.Start(BidScene.Token, [BidServer.Word, folder, port.ToString(CultureInfo.InvariantCulture), .. how]);
        BidTool[] tools = await Task.WhenAll(clients.Select(c => BidStorm.Tool(c, port)));
        foreach (BidTool tool in tools)
        {
            using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete);
            saved.EnsureSuccessStatusCode();
        }

        // Nothing but submissions from here on: no other commit's wait for the disk covers one of theirs by chance.
        Task[] raging = [.. tools.Select((tool, i) => storm.SubmitOnce(tool, string.Create(CultureInfo.InvariantCulture, $"{round}-{i}")))];
        int enough = Rounds.Chance(round).Next(5, Providers - 5);
        while (storm.Acknowledged < enough)
        {
            await Task.Delay(1, BidScene.Token);
        }

        server.Freeze();
        using LoopDisk after = disk.PullThePlug();
        await server.Kill();
        await Task.WhenAll(raging);
        await using PortalApp again = PortalApp.On(Path.Combine(after.Folder, "portal"));
        return (storm.Acknowledged, await storm.Wrong(again));
    }
}
