using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Outages;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R4: a clock stepped by two hours, two days, and at T−1 s: no receipt goes back, no bid comes to the wrong side, nothing opens early, and every jump is in the log.</summary>
public sealed class ClockJumpTests
{
    private const int Hours = 60 * 60;
    private const int Days = 24 * Hours;

    [Theory]
    [InlineData(-1, 2 * Hours, "ahead", "2 hours")]
    [InlineData(-1, 2 * Days, "ahead", "2 days")]
    [InlineData(-30 * 60, 2 * Hours, "ahead", "2 hours")]
    [InlineData(-3 * Hours, 2 * Days, "ahead", "2 days")]
    [InlineData(-1, -2 * Hours, "back", "2 hours")]
    [InlineData(-1, -2 * Days, "back", "2 days")]
    [InlineData(5, -2 * Hours, "back", "2 hours")]
    [InlineData(5, -2 * Days, "back", "2 days")]
    public async Task However_the_clock_is_set_receipts_keep_their_order_and_side_and_the_jump_is_in_the_log(int fromTheDeadline, int seconds, string where, string by)
    {
        await using BidScene scene = await BidScene.Make();
        Actor[] all = [await Bidder(scene, 1), await Bidder(scene, 2), await Bidder(scene, 3)];
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(fromTheDeadline));
        SealedBid before = await scene.Submit(all[0], "key");
        scene.App.Clock.Jump(TimeSpan.FromSeconds(seconds));
        SealedBid during = await scene.Submit(all[1], "key");
        scene.App.Clock.Jump(TimeSpan.FromSeconds(-seconds));
        SealedBid after = await scene.Submit(all[2], "key");

        SealedBid[] kept = await scene.App.WithDb(db => db.SealedBids.AsNoTracking().OrderBy(b => b.Id).ToArrayAsync(BidScene.Token));
        Assert.Equal(3, kept.Length);
        Assert.All(kept, bid => Assert.Equal(bid.ReceivedAt > BidScene.Closes, bid.IsLate));
        Assert.True(before.ReceivedAt <= during.ReceivedAt && during.ReceivedAt <= after.ReceivedAt, "A receipt is older than the one before it.");
        Assert.Equal(fromTheDeadline > 0, before.IsLate);
        Assert.Equal([$"{where} {by}", $"{(where == "ahead" ? "back" : "ahead")} {by}"], await Jumps(scene));
    }

    [Fact]
    public async Task Time_that_passes_is_no_jump_nor_is_a_small_correction()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.Submit(await Bidder(scene, 1), "key");
        scene.App.Clock.Move(TimeSpan.FromDays(2));
        scene.App.Clock.Jump(ClockWatch.Tolerance);
        await scene.Submit(await Bidder(scene, 2), "key");
        scene.App.Clock.Jump(-ClockWatch.Tolerance);
        await scene.App.Do((NoteClockJumps note) => note.Execute(BidScene.Token));

        Assert.Empty(await Jumps(scene));
    }

    [Fact]
    public async Task A_jump_is_noted_without_any_bid_once_and_again_when_it_could_not_be_written()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Do((NoteClockJumps note) => note.Execute(BidScene.Token));
        scene.App.Clock.Jump(TimeSpan.FromMinutes(90));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.App.Do((NoteClockJumps note) => note.Execute(new CancellationToken(canceled: true))));
        Assert.Empty(await Jumps(scene));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.App.Do((NoteClockJumps note) => note.Execute(BidScene.Token))));

        Assert.Equal(["ahead 1 hour 30 minutes"], await Jumps(scene));
        Assert.Equal(1, await scene.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "clock.jumped" && e.Subject == "portal/clock", BidScene.Token)));
        string story = PostForms.Words(await (await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal))).Page($"/tenders/{BidScene.Ref}/timeline"));
        Assert.Contains("Saw the machine’s clock jump ahead by 1 hour 30 minutes", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_put_ahead_of_the_opening_opens_nothing_until_that_time_has_passed_or_it_is_put_right()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await Bidder(scene, 1);
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(-1));
        await scene.Submit(bidder, "key");
        scene.App.Clock.Jump(TimeSpan.FromDays(2));

        Assert.Equal("CLOCK_JUMPED", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(scene.Openers[0]))).Reasons[0].Code);
        string page = PostForms.Words(await (await scene.App.SignedInAs(scene.Openers[1])).Page($"/tenders/{BidScene.Ref}/opening"));
        Assert.Contains("clock was put ahead while the portal ran", page, StringComparison.Ordinal);
        Assert.Equal(0, await scene.App.WithDb(db => db.OpeningSeats.CountAsync(BidScene.Token)));

        // Positive control: the same openers, once the clock is right again and the time has come.
        scene.App.Clock.Jump(TimeSpan.FromDays(-2));
        Assert.Equal("TOO_EARLY", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(scene.Openers[0]))).Reasons[0].Code);
        Assert.Equal(1, (await scene.Open()).Opened["2"]);
    }

    [Theory]
    [InlineData(-30 * 60, 1)]
    [InlineData(-1, 1)]
    [InlineData(-2 * Hours, 2)]
    [InlineData(-1, 48)]
    public async Task A_clock_that_jumps_ahead_loses_no_bid(int secondsFromTheDeadline, int hours)
    {
        await using BidScene scene = await BidScene.Make();
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(secondsFromTheDeadline));
        Actor bidder = await Bidder(scene, 1);
        scene.App.Clock.Jump(TimeSpan.FromHours(hours) + TimeSpan.FromTicks(1));

        SealedBid late = await scene.Submit(bidder, "key");

        Assert.True(late.IsLate, "Past the deadline by the portal's clock: kept in the late box, not thrown away.");
        Assert.NotNull(await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(scene.Openers[0])));
    }

    private static async Task<Actor> Bidder(BidScene scene, int number)
    {
        Actor bidder = await scene.Bidder($"P-{number + 100}");
        await scene.Draft(bidder);
        return bidder;
    }

    private static Task<string[]> Jumps(BidScene scene) => scene.App.WithDb(async db =>
    {
        List<string?> told = await (from entry in db.LogEntries
                                    where entry.Action == "clock.jumped" && entry.Subject == "tender/" + BidScene.Ref
                                    join payload in db.LogPayloads on entry.Id equals payload.Entry
                                    orderby entry.Row
                                    select payload.Json).ToListAsync(BidScene.Token);
        return told.Select(json => JsonSerializer.Deserialize<JsonElement>(json!)).Select(p => $"{p.GetProperty("where").GetString()} {p.GetProperty("by").GetString()}").ToArray();
    });
}
