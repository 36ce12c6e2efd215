using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>The price envelope stays sealed under a key of its own until quality is agreed and two people open it in a second act (C2-03).</summary>
public sealed class OpenPricesTests
{
    private const string Opening = $"/tenders/{BidScene.Ref}/opening";

    [Fact]
    public async Task After_the_first_act_the_portal_holds_no_price_and_neither_the_shares_given_nor_one_opener_more_read_it()
    {
        await using BidScene scene = await Opened("P-100");
        await scene.App.WithDb(async db =>
        {
            OpenedBid bid = await db.OpenedBids.AsNoTracking().SingleAsync(BidScene.Token);
            Assert.False(bid.HasPrices);
            Assert.Equal(0, await db.OpeningSeats.CountAsync(BidScene.Token));
        });

        Assert.Equal("WRONG_STAGE", await Refused(() => scene.Attend(scene.Openers[0])));
        await Freeze(scene);
        Assert.Equal("PASSPHRASE_WRONG", await Refused(() => scene.Attend(scene.Openers[0], "wrong")));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        scene.App.Clock.Move(OpeningTable.Window);
        Assert.Null(await scene.Attend(scene.Openers[1]));
        Assert.False(await scene.App.WithDb(db => db.OpenedBids.AnyAsync(b => b.PricesOpenedAt != null, BidScene.Token)));

        OpeningRecord record = (await scene.Attend(scene.Openers[2]))!;

        Assert.Equal((OpeningAct.Prices, true, 1, 0), (record.Act, record.UnderSharedKey, record.Opened["2"], record.Failures.Count));
        Assert.Equal([scene.Openers[1].Name, scene.Openers[2].Name], record.People.Select(p => p.Name));
        Assert.Equal(2, await scene.App.WithDb(db => db.OpeningRecords.CountAsync(BidScene.Token)));
        Assert.Equal("WRONG_STAGE", await Refused(() => scene.Attend(scene.Openers[0])));
        List<string> log = await scene.App.WithDb(db => db.LogEntries.OrderBy(e => e.Row).Select(e => e.Action).ToListAsync(BidScene.Token));
        Assert.Equal(2, log.Count(a => a == "opening.held"));
        Assert.True(log.IndexOf("bid.pricesOpened") > log.IndexOf("tender.pricingStarted"));
    }

    [Fact]
    public async Task A_price_envelope_that_was_tampered_with_is_recorded_and_the_bid_stands_without_prices()
    {
        await using BidScene scene = await Opened("P-100", "P-101");
        await scene.App.WithDb(async db =>
        {
            SubmissionId first = await db.SealedBids.OrderBy(b => b.Id).Select(b => b.Id).FirstAsync(BidScene.Token);
            byte[] price = await db.SealedBids.Where(b => b.Id == first).Select(b => b.Envelopes.Price).SingleAsync(BidScene.Token);
            price[500] ^= 1;
            await db.SealedBids.Where(b => b.Id == first).ExecuteUpdateAsync(s => s.SetProperty(b => b.Envelopes.Price, price), BidScene.Token);
        });
        await Freeze(scene);

        OpeningRecord record = await scene.OpenPrices();

        Assert.Equal((1, 1), (record.Opened["2"], record.Failures.Count));
        OpenedBid[] bids = await scene.App.WithDb(db => db.OpenedBids.OrderBy(b => b.Id).ToArrayAsync(BidScene.Token));
        OpenedContent broken = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bids[0].Id, BidScene.Token));
        OpenedContent whole = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bids[1].Id, BidScene.Token));
        Assert.Equal(("Warm care", 0), (broken.Content.Answers["Q1"], broken.Content.Prices.Count));
        Assert.Equal(6100m, whole.Content.Prices["core"]);
    }

    [Fact]
    public async Task A_passphrase_lost_between_the_acts_does_not_lose_the_prices()
    {
        const string Fresh = "new2-new2-new2-new2-new2";
        await using BidScene scene = await Opened("P-100");
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], Fresh, BidScene.Token));
        Assert.Equal("SHARE_HELD", await Refused(() => scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[1], Fresh, BidScene.Token))));
        foreach (Actor holder in scene.Openers.Skip(1))
        {
            await scene.App.Do((RedealShares redeal) => redeal.Execute(holder, BidScene.Ref, BidScene.Passphrase, BidScene.Token));
        }

        await Freeze(scene);
        await scene.Attend(scene.Openers[0], Fresh);
        OpeningRecord record = (await scene.Attend(scene.Openers[1]))!;

        Assert.Equal((1, 0), (record.Opened["2"], record.Failures.Count));
        Assert.Equal("NOT_DEALT", await Refused(() => scene.App.Do((RedealShares redeal) => redeal.Execute(scene.Openers[2], BidScene.Ref, BidScene.Passphrase, BidScene.Token))));
    }

    [Fact]
    public async Task Two_openers_open_the_prices_through_the_page()
    {
        await using BidScene scene = await Opened("P-100");
        HttpClient first = await scene.App.SignedInAs(scene.Openers[0]);
        HttpClient second = await scene.App.SignedInAs(scene.Openers[1]);
        Assert.Contains("The price envelopes are still sealed", PostForms.Words(await first.Page(Opening)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await first.PostForm(Opening, ("Passphrase", BidScene.Passphrase))).StatusCode);
        await Freeze(scene);

        Assert.Contains("prices: now", PostForms.Words(await first.Page("/openings")), StringComparison.Ordinal);
        Assert.Contains("Open the prices", PostForms.Words(await first.Page(Opening)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await first.PostForm(Opening, ("Passphrase", BidScene.Passphrase))).StatusCode);
        Assert.Contains("I am present: open the prices", PostForms.Words(await second.Page(Opening)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(Opening, ("Passphrase", BidScene.Passphrase))).StatusCode);

        string page = PostForms.Words(await second.Page(Opening));
        Assert.Contains("Record of the opening", page, StringComparison.Ordinal);
        Assert.Contains("Prices of 1 bid opened", page, StringComparison.Ordinal);
        Assert.DoesNotContain("still sealed", page, StringComparison.Ordinal);
        HttpClient provider = await scene.App.SignedInAs(await scene.Bidder("P-100"));
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri(Opening, UriKind.Relative), BidScene.Token)).StatusCode);
    }

    private static async Task<BidScene> Opened(params string[] providers)
    {
        BidScene scene = await BidScene.Make(openerKeys: true);
        foreach (string code in providers)
        {
            Actor bidder = await scene.Bidder(code);
            await scene.Draft(bidder);
            await scene.Submit(bidder, "key");
        }

        await scene.Open();
        return scene;
    }

    private static Task Freeze(BidScene scene) => scene.App.WithDb(async db =>
    {
        Tender tender = await db.LoadTender(Actor.Portal, BidScene.Ref, BidScene.Token);
        DateTimeOffset now = scene.App.Clock.GetUtcNow();
        tender.StartQualification(now);
        tender.StartScoring(now);
        tender.StartModeration(now);
        tender.StartPricing(now);
        await db.Save(scene.Commissioner);
    });

    private static async Task<string> Refused(Func<Task> attempt) => (await Assert.ThrowsAsync<RuleBroken>(attempt)).Reasons[0].Code;
}
