using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R8 and R4: on which side of the deadline a bid falls is decided by its stamp alone, and the stamp never goes back.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public async Task In_a_race_around_the_deadline_a_bid_is_in_time_if_and_only_if_it_was_stamped_so()
    {
        await using BidScene scene = await BidScene.Make();
        int bidders = 50 * Rounds.Of(few: 1); // a thousand with twenty rounds
        Actor[] all = await Bidders(scene, bidders);
        scene.App.Clock.MoveTo(BidScene.Closes.AddMilliseconds(-50));

        // Each caller moves the clock on a little before it calls: the deadline passes in the middle of the storm, however fast the machine.
        SealedBid[] answers = await Task.WhenAll(all.Select(bidder => Task.Run(() =>
        {
            scene.App.Clock.Move(TimeSpan.FromMilliseconds(100) / bidders);
            return scene.Submit(bidder, "key");
        })));

        SealedBid[] kept = await scene.App.WithDb(db => db.SealedBids.AsNoTracking().ToArrayAsync(BidScene.Token));
        Assert.Equal(bidders, kept.Length);
        Assert.Empty(OnTheWrongSide(kept));
        Assert.Equal(answers.Where(b => b.IsLate).Select(b => b.Id).Order(ById), kept.Where(b => b.IsLate).Select(b => b.Id).Order(ById));
        Assert.Contains(kept, b => b.IsLate);
        Assert.Contains(kept, b => !b.IsLate);

        // The positive control: one bid put on the wrong side is seen.
        SubmissionId moved = kept.First(b => b.IsLate).Id;
        await scene.App.WithDb(db => db.SealedBids.Where(b => b.Id == moved).ExecuteUpdateAsync(set => set.SetProperty(b => b.Status, SealedBidStatus.InTime), BidScene.Token));
        Assert.Single(OnTheWrongSide(await scene.App.WithDb(db => db.SealedBids.AsNoTracking().ToArrayAsync(BidScene.Token))));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task The_deadline_itself_is_in_time_and_the_tick_after_it_is_late_even_when_the_tender_was_closed_meanwhile(long ticks, bool late)
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        scene.App.Clock.MoveTo(BidScene.Closes.AddTicks(ticks));
        ReceiptDesk desk = scene.App.Desk();
        using (ReceiptDesk.Reception reception = desk.Receive((await scene.TheTender()).Id))
        {
            scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
            await scene.App.Do(async (CloseTender close) => await close.Execute((await scene.TheTender()).Id, BidScene.Token));
            Tender closed = await scene.TheTender();

            Assert.Equal(TenderStage.Closed, closed.Stage);
            Assert.Equal(late, (await scene.App.Do((TenderBox box) => box.Judge(closed, reception, BidScene.Token))).Late);
        }
    }

    [Theory]
    [InlineData(-2 * 60)]
    [InlineData(-2 * 24 * 60)]
    public async Task A_clock_that_is_put_back_never_makes_a_receipt_older_not_even_on_another_server(int minutes)
    {
        await using BidScene scene = await BidScene.Make();
        Actor[] all = await Bidders(scene, 3);
        await using PortalApp other = PortalApp.On(scene.App.Folder);
        Assert.NotNull(other.Desk());
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        SealedBid first = await scene.Submit(all[0], "key");
        scene.App.Clock.Move(TimeSpan.FromMinutes(minutes));
        SealedBid second = await scene.Submit(all[1], "key");
        other.Clock.MoveTo(BidScene.Closes.AddMinutes(minutes));
        SealedBid third = await BidScene.Submit(other, all[2], "key");

        Assert.Equal([first.ReceivedAt, first.ReceivedAt], [second.ReceivedAt, third.ReceivedAt]);
        Assert.True(first.IsLate && second.IsLate && third.IsLate, "A bid came to the right side of the deadline by the clock.");
        Assert.Equal(2, await scene.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "clock.wentBack", BidScene.Token)));
    }


    [Fact]
    public async Task A_bid_stamped_in_time_that_comes_after_the_opening_on_another_server_goes_into_the_late_box()
    {
        await using BidScene scene = await BidScene.Make();
        await using PortalApp other = PortalApp.On(scene.App.Folder);
        Actor[] all = await Bidders(scene, 2);
        await scene.Submit(all[0], "key");
        using ReceiptDesk.Reception slow = other.Desk().Receive((await scene.TheTender()).Id);
        OpeningRecord record = await scene.Open();

        other.Clock.MoveTo(slow.At);
        SealedBid bid = await BidScene.Submit(other, all[1], "key");

        Assert.True(bid.IsLate);
        Assert.Equal(1, record.Opened["2"]);
        Assert.Equal(0, await scene.App.WithDb(db => db.SealedBids.CountAsync(b => b.Status == SealedBidStatus.InTime, BidScene.Token)));
    }

    private static Comparer<SubmissionId> ById { get; } = Comparer<SubmissionId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private static IEnumerable<string> OnTheWrongSide(IEnumerable<SealedBid> bids) =>
        bids.Where(b => b.IsLate != b.ReceivedAt > BidScene.Closes).Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Id} {b.ReceivedAt:O} {b.Status}"));

    private static async Task<Actor[]> Bidders(BidScene scene, int count)
    {
        Actor[] all = new Actor[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = await scene.Bidder($"P-{i + 100}");
            await scene.Draft(all[i]);
        }

        return all;
    }
}
