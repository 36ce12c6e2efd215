using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>A lost passphrase never loses a tender: rehearsals with reminders, and shares dealt anew by two others.</summary>
public sealed class RedealTests
{
    private const string New = "new2-new2-new2-new2-new2";

    [Fact]
    public async Task Two_holders_deal_the_shares_anew_and_the_opener_with_the_new_passphrase_opens()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "one");
        Actor lost = scene.Openers[0];
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((MakeOpenerKey make) => make.Execute(lost, New, BidScene.Token));
        Task<bool> Redeal(Actor by, string passphrase) => scene.App.Do((RedealShares redeal) => redeal.Execute(by, BidScene.Ref, passphrase, BidScene.Token));

        Assert.Equal("NO_SHARE", (await Assert.ThrowsAsync<RuleBroken>(() => Redeal(lost, New))).Reasons[0].Code);
        Assert.Equal("PASSPHRASE_WRONG", (await Assert.ThrowsAsync<RuleBroken>(() => Redeal(scene.Openers[1], New))).Reasons[0].Code);
        Assert.False(await Redeal(scene.Openers[1], BidScene.Passphrase));
        Assert.False(await Redeal(scene.Openers[1], BidScene.Passphrase));
        Assert.True(await Redeal(scene.Openers[2], BidScene.Passphrase));

        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        await scene.Attend(lost, New);
        OpeningRecord record = (await scene.Attend(scene.Openers[1]))!;
        Assert.Equal((1, true, 0), (record.Opened["2"], record.UnderSharedKey, record.Failures.Count));
        Assert.Contains(await scene.App.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(BidScene.Token)), a => a == "seal.redealt");
    }

    [Fact]
    public async Task Before_the_shares_are_dealt_anew_a_newer_key_opens_nothing_and_the_others_still_do()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "one");
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], New, BidScene.Token));
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));

        Assert.Equal("NO_SHARE", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(scene.Openers[0], New))).Reasons[0].Code);
        await scene.Attend(scene.Openers[1]);
        Assert.Equal(1, (await scene.Attend(scene.Openers[2]))!.Opened["2"]);
    }

    [Fact]
    public async Task A_second_opener_cannot_throw_a_key_away_when_fewer_than_two_would_be_left()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "one");
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], New, BidScene.Token));

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[1], New, BidScene.Token)));

        Assert.Equal("SHARE_HELD", refused.Reasons[0].Code);
    }

    [Fact]
    public async Task Openers_without_a_fresh_rehearsal_are_reminded_a_week_and_a_day_before_and_once_each()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], BidScene.Passphrase, BidScene.Token));
        async Task<int> At(TimeSpan before)
        {
            scene.App.Clock.MoveTo(BidScene.Closes - before);
            return await scene.App.Do((RemindOpeners remind) => remind.Execute(BidScene.Token));
        }

        // The key made in November was never tested since, so its holder is reminded like the two who have none.
        Assert.Equal(0, await At(TimeSpan.FromDays(7.5)));
        Assert.Equal(3, await At(TimeSpan.FromDays(6)));
        Assert.Equal(0, await At(TimeSpan.FromDays(5)));
        Assert.Equal(3, await At(TimeSpan.FromDays(0.5)));
        List<string> subjects = await scene.App.WithDb(db => db.Messages.Where(m => m.Link == "/openings").Select(m => m.Subject).ToListAsync(BidScene.Token));
        Assert.Contains($"Set up your opening key before tender {BidScene.Ref} closes", subjects);
    }
}
