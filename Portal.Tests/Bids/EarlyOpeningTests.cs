using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Tenders;

namespace Portal.Tests.Bids;

/// <summary>S9: whatever one or several people try, as often as they like, nothing opens before its time or by fewer than two of the named; every attempt stands in the log.</summary>
public sealed class EarlyOpeningTests
{
    [Fact]
    public async Task Nothing_opens_before_its_time_however_often_and_by_whomever_it_is_tried()
    {
        await using BidScene scene = await Scene();
        for (int i = 0; i < 3; i++)
        {
            foreach (Actor opener in scene.Openers)
            {
                Assert.Equal("TOO_EARLY", await Refused(() => scene.Attend(opener)));
            }
        }

        scene.App.Clock.MoveTo(BidScene.Closes);
        Assert.Equal("TOO_EARLY", await Refused(() => scene.Attend(scene.Openers[0])));
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(1).AddTicks(-1));
        Assert.Equal("TOO_EARLY", await Refused(() => scene.Attend(scene.Openers[0])));
        await NothingIsOpen(scene, refused: 11);

        // Positive control: the same two, one tick later.
        scene.App.Clock.Move(TimeSpan.FromTicks(1));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        Assert.NotNull(await scene.Attend(scene.Openers[1]));
    }

    [Fact]
    public async Task One_person_alone_opens_nothing_with_any_passphrase_twice_or_with_anybodys_name()
    {
        await using BidScene scene = await Scene();
        Actor legal = await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal);
        Actor stranger = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);
        await scene.App.Do((MakeOpenerKey make) => make.Execute(stranger, BidScene.Passphrase, BidScene.Token));
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        for (int i = 0; i < 3; i++)
        {
            Assert.Null(await scene.Attend(scene.Openers[0]));
            Assert.Equal("PASSPHRASE_WRONG", await Refused(() => scene.Attend(scene.Openers[1], $"wrong-{i}")));
            Assert.Equal("NOT_AN_OPENER", await Refused(() => scene.Attend(stranger)));
            Assert.Equal("NOT_AN_OPENER", await Refused(() => scene.Attend(legal)));
            Assert.Equal("NOT_AN_OPENER", await Refused(() => scene.Attend(scene.Commissioner)));
        }

        await NothingIsOpen(scene, refused: 12);
    }

    [Fact]
    public async Task The_opening_time_cannot_be_moved_after_publication_nor_the_clock_be_put_ahead_of_the_deadline()
    {
        await using BidScene scene = await Scene();

        await Assert.ThrowsAsync<RuleBroken>(() => scene.App.Do((ScheduleTender schedule) => schedule.Execute(scene.Commissioner, BidScene.Ref, ATender.Dates with { OpensAt = scene.App.Clock.GetUtcNow() }, BidScene.Token)));

        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(-1));
        Assert.Equal("TOO_EARLY", await Refused(() => scene.Attend(scene.Openers[1])));
        await NothingIsOpen(scene, refused: 1);
    }

    private static async Task<BidScene> Scene()
    {
        BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "key");
        return scene;
    }

    private static Task NothingIsOpen(BidScene scene, int refused) => scene.App.WithDb(async db =>
    {
        Assert.Equal(0, await db.OpenedBids.CountAsync(BidScene.Token));
        Assert.Equal(0, await db.OpeningRecords.CountAsync(BidScene.Token));
        Assert.Equal(refused, await db.LogEntries.CountAsync(e => e.Action == "opening.refused", BidScene.Token));
    });

    private static async Task<string> Refused(Func<Task> attempt) => (await Assert.ThrowsAsync<RuleBroken>(attempt)).Reasons[0].Code;
}
