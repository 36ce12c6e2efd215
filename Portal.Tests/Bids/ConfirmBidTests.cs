using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>Bids sent in before a change that asks for confirmation.</summary>
public sealed class ConfirmBidTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_change_that_asks_for_it_a_bid_counts_only_when_confirmed_or_sent_anew()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool[] tools = [await scene.Provider("P-101"), await scene.Provider("P-102"), await scene.Provider("P-103")];
        foreach (BidTool tool in tools)
        {
            await Bid(tool);
        }

        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((AmendTender amend) => amend.Execute(scene.Commissioner, BidScene.Ref, new Amendment("Rates are per night", "A mistake", "No, prices stay comparable") { BidsMustBeConfirmed = true }, Stop));
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await tools[2].SignIn();
        await Bid(tools[2]);
        using HttpClient confirming = await Person(scene, "P-101");
        Assert.Contains("NOT CONFIRMED", PostForms.Words(await confirming.Page($"/tenders/{BidScene.Ref}/bids")), StringComparison.Ordinal);
        string page = $"/tenders/{BidScene.Ref}/bids/2/confirm";
        Assert.Contains("Rates are per night", PostForms.Words(await confirming.Page(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await confirming.PostForm(page)).StatusCode);
        Assert.Contains("Your bid counts as it is", PostForms.Words(await confirming.Page(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await confirming.PostForm(page, page, [])).StatusCode);

        OpeningRecord record = await scene.Open();

        Assert.Equal(2, record.Opened["2"]);
        Assert.Contains("Not confirmed", Assert.Single(record.Failures).Why, StringComparison.Ordinal);
        OrganisationId lapsed = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        Assert.Equal(SealedBidStatus.Unconfirmed, await scene.App.WithDb(db => db.SealedBids.Where(b => b.Bidder == lapsed).Select(b => b.Status).SingleAsync(Stop)));
        List<string> log = await scene.App.WithDb(db => db.Set<Domain.Audit.LogEntry>().Select(e => e.Action).ToListAsync(Stop));
        Assert.Equal((1, 1), (log.Count(a => a == "bid.confirmed"), log.Count(a => a == "bid.notConfirmed")));
    }

    [Fact]
    public async Task A_change_that_does_not_ask_for_it_leaves_every_bid_valid()
    {
        await using BidScene scene = await BidScene.Make();
        await Bid(await scene.Provider("P-101"));
        scene.App.Clock.Move(TimeSpan.FromHours(1));
        await scene.App.Do((AmendTender amend) => amend.Execute(scene.Commissioner, BidScene.Ref, new Amendment("A typing error", "It was wrong", "No, nothing changes"), Stop));

        OpeningRecord record = await scene.Open();

        Assert.Equal(1, record.Opened["2"]);
        Assert.Empty(record.Failures);
    }

    [Fact]
    public async Task Who_drafts_a_bid_cannot_stop_being_told_of_changes()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.App.Someone(await scene.App.Organisation("P-101", OrganisationKind.Provider), Role.ProviderBidder);
        await scene.App.Do((Domain.Bids.Drafts.SaveBidDraft save) => save.Execute(bidder, BidScene.Ref, "2", new BidContent(), new Domain.Bids.Drafts.DraftSeen(null), Stop));
        using HttpClient browser = await scene.App.SignedInAs(bidder);

        HttpResponseMessage answer = await browser.PostForm("/tenders", $"/tenders/{BidScene.Ref}/unwatch", []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(1, await scene.App.WithDb(db => db.TenderWatches.CountAsync(w => w.Person == bidder.Person, Stop)));
    }

    private static async Task Bid(BidTool tool)
    {
        await tool.Put("2", BidTool.Complete);
        HttpResponseMessage sent = await tool.Submit("2", Guid.NewGuid().ToString());
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<HttpClient> Person(BidScene scene, string provider) =>
        await scene.App.SignedInAs(await scene.App.Someone(await scene.App.Organisation(provider, OrganisationKind.Provider), Role.ProviderBidder));
}
