using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>An opener who leaves after publication is replaced, and the shares are dealt anew by two who hold some.</summary>
public sealed class ReplaceOpenerTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/team/opener";
    private const string Fresh = "new2-new2-new2-new2-new2";

    [Fact]
    public async Task The_newcomer_opens_with_a_share_dealt_anew_and_the_leaver_opens_nothing()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        await Submitted(scene);
        Actor leaver = scene.Openers[0];
        Actor newcomer = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Assert.Contains(Page, await commissioner.Page($"/tenders/{BidScene.Ref}/team"), StringComparison.Ordinal);
        using HttpResponseMessage replaced = await commissioner.PostForm(Page, Fields(leaver, newcomer, "A new post from December."));
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((MakeOpenerKey make) => make.Execute(newcomer, Fresh, BidScene.Token));
        HttpClient other = await scene.App.SignedInAs(scene.Openers[1]);
        Assert.Contains($"{newcomer.Name} has a key and holds no share yet", PostForms.Words(await other.Page($"/tenders/{BidScene.Ref}/opening")), StringComparison.Ordinal);

        // The leaver may help to deal, which gives the leaver nothing.
        Assert.False(await Redeal(scene, leaver));
        Assert.True(await Redeal(scene, scene.Openers[1]));

        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        Assert.Equal("NOT_AN_OPENER", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Attend(leaver))).Reasons[0].Code);
        Assert.Null(await scene.Attend(newcomer, Fresh));
        Assert.Equal(1, (await scene.Attend(scene.Openers[2]))!.Opened["2"]);
        TenderSeal seal = await scene.App.WithDb(db => db.TenderSeals.SingleAsync(BidScene.Token));
        Assert.DoesNotContain(seal.Shares, s => s.Person == leaver.Person.Value);
        Assert.Contains("tender.openerReplaced", await scene.App.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(BidScene.Token)));
    }

    [Fact]
    public async Task Who_leaves_after_taking_a_seat_is_no_second_person()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        await Submitted(scene);
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        Actor newcomer = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);
        using HttpResponseMessage replaced = await (await scene.App.SignedInAs(scene.Commissioner)).PostForm(Page, Fields(scene.Openers[0], newcomer, "Taken ill at the table."));
        Assert.Equal(HttpStatusCode.Redirect, replaced.StatusCode);

        Assert.Null(await scene.Attend(scene.Openers[1]));

        Assert.Equal(1, (await scene.Attend(scene.Openers[2]))!.Opened["2"]);
    }

    [Fact]
    public async Task A_judge_an_opener_twice_and_an_empty_reason_are_refused()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Actor stranger = await scene.App.Someone(scene.Commissioner.Organisation, Role.Finance);
        Actor newcomer = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);

        Assert.Equal((HttpStatusCode.Conflict, true), await Refused(commissioner, "role of opener", Fields(scene.Openers[0], stranger, "A new post.")));
        Assert.Equal((HttpStatusCode.Conflict, true), await Refused(commissioner, "named to open already", Fields(scene.Openers[0], scene.Openers[1], "A new post.")));
        Assert.Equal((HttpStatusCode.Conflict, true), await Refused(commissioner, "one of the named openers", Fields(stranger, newcomer, "A new post.")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), await Refused(commissioner, "Say why", Fields(scene.Openers[0], newcomer, "")));
        Tender tender = ATender.Published(scene.Commissioner, "WM-2026-0002");
        TeamMember judge = tender.Team.First(m => m.Part == TeamPart.Evaluator);
        PersonId leaver = tender.Team.First(m => m.Part == TeamPart.Opener).Person;
        Assert.Equal("OPENER_JUDGES", Assert.Throws<RuleBroken>(() => tender.ReplaceOpener(leaver, judge.Person, judge.Name, "A new post.", ATender.Now)).Reasons[0].Code);
        Assert.Equal("WRONG_STAGE", Assert.Throws<RuleBroken>(() => ATender.Ready(scene.Commissioner, "WM-2026-0003").ReplaceOpener(leaver, newcomer.Person, newcomer.Name, "A new post.", ATender.Now)).Reasons[0].Code);
    }

    [Fact]
    public async Task Only_the_buyers_commissioner_replaces_an_opener()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient opener = await scene.App.SignedInAs(scene.Openers[0]);
        HttpClient elsewhere = await scene.App.SignedInAs(Role.Commissioner, await scene.App.Organisation("north-west"));

        Assert.Equal(HttpStatusCode.Forbidden, (await opener.GetAsync(new Uri(Page, UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(new Uri(Page, UriKind.Relative), BidScene.Token)).StatusCode);
    }

    private static async Task<(HttpStatusCode Status, bool Says)> Refused(HttpClient commissioner, string words, (string, string)[] fields)
    {
        using HttpResponseMessage refused = await commissioner.PostForm(Page, fields);
        return (refused.StatusCode, PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token)).Contains(words, StringComparison.Ordinal));
    }

    private static (string, string)[] Fields(Actor leaver, Actor newcomer, string reason) =>
        [("Form.Leaver", leaver.Person.Value.ToString()), ("Form.Person", newcomer.Person.Value.ToString()), ("Form.Reason", reason)];

    private static async Task Submitted(BidScene scene)
    {
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "one");
    }

    private static Task<bool> Redeal(BidScene scene, Actor by) => scene.App.Do((RedealShares redeal) => redeal.Execute(by, BidScene.Ref, BidScene.Passphrase, BidScene.Token));
}
