using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>R11: the openers come to different servers, or the server is started anew between the first and the second.</summary>
public sealed class OpeningHostsTests
{
    [Fact]
    public async Task One_opener_at_each_of_two_servers_opens()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "key");
        await using PortalApp other = PortalApp.On(scene.App.Folder);
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        other.Clock.MoveTo(BidScene.Closes.AddHours(2));

        Assert.Null(await scene.Attend(scene.Openers[0]));
        Assert.Null(await At(other, scene.Openers[0]));
        Tender tender = await scene.TheTender();
        Assert.Equal([scene.Openers[0].Person.Value], (await other.WithDb(db => db.PresentAt(tender.Id, other.Clock.GetUtcNow(), BidScene.Token))).Select(p => p.Person));
        OpeningRecord record = (await At(other, scene.Openers[2]))!;

        Assert.True(record.UnderSharedKey);
        Assert.Equal((1, 0), (record.Opened["2"], record.Failures.Count));
        Assert.Equal(0, await scene.App.WithDb(db => db.OpeningSeats.CountAsync(BidScene.Token)));
        Assert.Equal("WRONG_STAGE", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(scene.Openers[1]))).Reasons[0].Code);
    }

    [Fact]
    public async Task Who_came_too_long_ago_counts_at_no_server()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "key");
        await using PortalApp other = PortalApp.On(scene.App.Folder);
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        other.Clock.MoveTo(BidScene.Closes.AddHours(2) + OpeningTable.Window);

        Assert.Null(await scene.Attend(scene.Openers[0]));
        Assert.Null(await At(other, scene.Openers[1]));
        Assert.Equal(0, await scene.App.WithDb(db => db.OpenedBids.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task The_share_of_the_first_opener_lies_in_the_database_for_the_other_openers_eyes_only()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "key");
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        await scene.Attend(scene.Openers[0]);

        OpeningSeat seat = await scene.App.WithDb(db => db.OpeningSeats.AsNoTracking().SingleAsync(BidScene.Token));
        OpenerKey[] keys = await scene.App.WithDb(db => db.OpenerKeys.AsNoTracking().ToArrayAsync(BidScene.Token));
        TenderSeal seal = await scene.App.WithDb(db => db.TenderSeals.AsNoTracking().SingleAsync(BidScene.Token));
        OpenerKey first = keys.Single(k => k.Person == scene.Openers[0].Person);
        OpenerKey second = keys.Single(k => k.Person == scene.Openers[1].Person);
        byte[] dealt = seal.Shares.Single(s => s.Person == first.Person.Value).Of(OpeningAct.Bids);
        Share own = first.OpenShares([dealt], BidScene.Passphrase, OpeningAct.Bids, BidScene.Ref)!.Single();

        Assert.Equal(scene.Openers.Skip(1).Select(o => o.Person.Value).Order(), seat.Passed.Select(p => p.To).Order());
        Assert.Equal(own.Value, second.OpenShares([seat.PassedTo(second.Person)!], BidScene.Passphrase, OpeningAct.Bids, BidScene.Ref)!.Single().Value);
        Assert.Null(second.OpenShares([seat.PassedTo(second.Person)!], Passphrase.Generate(), OpeningAct.Bids, BidScene.Ref));
        Assert.Empty(FilesWith(scene.App.Folder, own.Value));
        Assert.NotEmpty(FilesWith(scene.App.Folder, Encoding.UTF8.GetBytes(BidScene.Ref)));
    }

    private static Task<OpeningRecord?> At(PortalApp host, Actor opener) =>
        host.Do((AttendOpening attend) => attend.Execute(opener, BidScene.Ref, BidScene.Passphrase, null, BidScene.Token));

    private static string[] FilesWith(string folder, byte[] wanted)
    {
        SqliteConnection.ClearAllPools();
        byte[] asText = Encoding.ASCII.GetBytes(Convert.ToBase64String(wanted)[..^4]);
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => File.ReadAllBytes(f) is var bytes && (bytes.AsSpan().IndexOf(wanted) >= 0 || bytes.AsSpan().IndexOf(asText) >= 0))];
    }
}
