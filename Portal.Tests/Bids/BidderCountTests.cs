using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Bids;

/// <summary>What the buyer sees of the bidders before the opening is the tender's own setting: nothing, or the number alone; names never (D1-04).</summary>
public sealed class BidderCountTests
{
    private const string Two = "2 suppliers have sent a bid so far";
    private static readonly string[] Counts = ["suppliers have sent a bid", "supplier has sent a bid", "2 bids", "two bids", "2 sealed bids"];

    [Rule("D1-04")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_of_the_buyer_follows_the_setting_and_names_nobody(bool shows)
    {
        await using BidScene scene = await Scene(shows);
        Actor legal = await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal);

        foreach ((Actor reader, string page) in (ValueTuple<Actor, string>[])
        [
            (scene.Commissioner, ""), (scene.Openers[0], ""), (legal, ""), (scene.Openers[0], "/opening"), (legal, "/timeline"), (legal, "/late-box"),
            (scene.Commissioner, "/help-desk"), (scene.Commissioner, "/amend"), (scene.Commissioner, "/equal-treatment"), (scene.Commissioner, "/procedure"), (scene.Commissioner, "/declined"), (scene.Commissioner, "/questions"),
        ])
        {
            string words = PostForms.Words(await (await scene.App.SignedInAs(reader)).Page($"/tenders/{BidScene.Ref}{page}"));

            Assert.DoesNotContain("P 100", words, StringComparison.Ordinal);
            Assert.DoesNotContain("P 101", words, StringComparison.Ordinal);
            if (!shows)
            {
                Assert.DoesNotContain(Counts, count => words.Contains(count, StringComparison.OrdinalIgnoreCase));
            }
            else if (page is "" or "/opening" or "/timeline")
            {
                Assert.Contains(Two, words, StringComparison.Ordinal);
            }
        }
    }

    [Rule("D1-04")]
    [Fact]
    public async Task The_number_is_told_to_the_buyer_alone_and_no_withdrawn_or_late_bid_counts()
    {
        await using BidScene scene = await Scene(shows: true);
        HttpClient buyer = await scene.App.SignedInAs(scene.Commissioner);
        BidTool tool = await scene.Provider("P-102");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        Assert.Contains("3 suppliers have sent", PostForms.Words(await buyer.Page($"/tenders/{BidScene.Ref}")), StringComparison.Ordinal);
        using HttpResponseMessage withdrawn = await tool.Client.DeleteAsync(new Uri($"/api/v1/tenders/{BidScene.Ref}/bids/2/submission", UriKind.Relative), BidScene.Token);
        Assert.True(withdrawn.IsSuccessStatusCode);
        Assert.Contains(Two, PostForms.Words(await buyer.Page($"/tenders/{BidScene.Ref}")), StringComparison.Ordinal);

        foreach (HttpClient other in new[] { scene.App.Public(), await scene.App.SignedInAs(Role.ProviderBidder), await scene.App.SignedInAs(await scene.App.Someone(await scene.App.Organisation("north-east"), Role.Commissioner)) })
        {
            string words = PostForms.Words(await other.Page($"/tenders/{BidScene.Ref}"));
            Assert.Contains("The buyer sees how many suppliers have sent one, but not who", words, StringComparison.Ordinal);
            Assert.DoesNotContain(Counts, count => words.Contains(count, StringComparison.OrdinalIgnoreCase));
        }

        string api = await (await tool.Get($"/api/v1/tenders/{BidScene.Ref}")).Content.ReadAsStringAsync(BidScene.Token);
        Assert.DoesNotContain("ount", api, StringComparison.Ordinal);

        Actor late = await scene.Bidder("P-103");
        await scene.Draft(late);
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        Assert.True((await scene.Submit(late, "late")).IsLate);
        Assert.Contains(Two, PostForms.Words(await buyer.Page($"/tenders/{BidScene.Ref}")), StringComparison.Ordinal);

        await scene.Open();
        Assert.DoesNotContain("so far", PostForms.Words(await buyer.Page($"/tenders/{BidScene.Ref}")), StringComparison.Ordinal);
    }

    [Rule("D1-04")]
    [Theory]
    [InlineData(false, "Late box: not empty.")]
    [InlineData(true, "Late box: one sealed bid.")]
    public async Task Even_how_many_are_late_is_told_before_the_opening_only_where_the_number_is(bool shows, string told)
    {
        await using BidScene scene = await Scene(shows);
        Actor late = await scene.Bidder("P-103");
        await scene.Draft(late);
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        await scene.Submit(late, "late");

        Assert.Contains(told, PostForms.Words(await (await scene.App.SignedInAs(scene.Openers[0])).Page($"/tenders/{BidScene.Ref}/opening")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_chosen_in_the_draft_kept_on_the_form_and_fixed_by_publication()
    {
        await using PortalApp app = new();
        Actor by = await app.Someone(await app.Organisation(), Role.Commissioner);
        HttpClient browser = await app.SignedInAs(by);
        await app.WithDb(async db =>
        {
            db.Add(ATender.Ready(by));
            await db.Save(by);
        });
        const string Basics = $"/tenders/{BidScene.Ref}/draft/basics";
        Assert.Matches("value=\"false\"[^>]*checked|checked[^>]*value=\"false\"", await browser.Page(Basics));

        using HttpResponseMessage kept = await browser.PostForm(Basics, ("Form.Title", "Homes"), ("Form.ShowBidderCount", "true"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.True(await app.WithDb(async db => (await db.Tenders.SingleAsync(BidScene.Token)).ShowBidderCount));
        Assert.Contains("You see how many there are, not who", PostForms.Words(await browser.Page($"/tenders/{BidScene.Ref}/publish")), StringComparison.Ordinal);

        await using BidScene published = await BidScene.Make();
        Assert.Equal("NOT_DRAFTING", (await Assert.ThrowsAsync<RuleBroken>(() => published.App.Do((DescribeTender describe) => describe.Execute(published.Commissioner, BidScene.Ref, ATender.Basics with { ShowBidderCount = true }, BidScene.Token)))).Reasons[0].Code);
        Assert.False((await published.TheTender()).ShowBidderCount);
    }

    private static async Task<BidScene> Scene(bool shows)
    {
        BidScene scene = await BidScene.Make(also: tender => tender.Describe(ATender.Basics with { ShowBidderCount = shows }));
        foreach (string code in new[] { "P-100", "P-101" })
        {
            Actor bidder = await scene.Bidder(code);
            await scene.Draft(bidder);
            Assert.Equal(SealedBidStatus.InTime, (await scene.Submit(bidder, code)).Status);
        }

        return scene;
    }
}
