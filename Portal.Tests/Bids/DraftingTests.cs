using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>Writing a bid: files from the library, copies of other bids, partners, homes left out, the status on every page.</summary>
public sealed class DraftingTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/bids/2";
    private const string Homes = $"/tenders/{BidScene.Ref}/bids/1";

    [Fact]
    public async Task A_library_document_serves_several_slots_and_stays_readable_after_submission()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await Bidder(scene);
        HttpClient provider = await scene.App.SignedInAs(bidder);
        Upload file = await scene.App.Do((KeepFile keep) => keep.Execute(bidder, "cover.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), BidScene.Token));
        EvidenceDocument document = await scene.App.Do((AddEvidence add) => add.Execute(bidder, new EvidenceFacts(EvidenceKind.Insurance, "Cover note", "An insurer", "", []), file.Id, null, BidScene.Token));

        Assert.Contains("Library: Cover note, version 1", await provider.Page(Page), StringComparison.Ordinal);
        await provider.PostForm(Page, [.. Complete, ("Form.Act", "pick:insurance"), ("Form.Pick[insurance]", file.Id.Value.ToString())]);
        Assert.Contains("cover.pdf", await provider.Page(Page), StringComparison.Ordinal);
        HttpResponseMessage submitted = await provider.PostForm(Page + "/submit", ("key", "k1"));

        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        Assert.Equal("%PDF-1.7", await provider.GetStringAsync(new Uri($"/organisations/evidence/{document.Id.Value}/versions/1", UriKind.Relative), BidScene.Token));
        Assert.Contains("Lot 2 of " + BidScene.Ref, await provider.Page($"/organisations/evidence/{document.Id.Value}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attach:insurance|{0}")]
    [InlineData("pick:insurance")]
    public async Task A_rivals_upload_cannot_be_attached_and_leaves_no_trace_in_the_draft(string act)
    {
        await using BidScene scene = await BidScene.Make();
        Actor rival = await scene.Bidder("P-777");
        Upload theirs = await scene.App.Do((KeepFile keep) => keep.Execute(rival, "secret.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), BidScene.Token));
        HttpClient provider = await scene.App.SignedInAs(await Bidder(scene));
        string id = theirs.Id.Value.ToString();

        using HttpResponseMessage refused = await provider.PostForm(Page, ("Form.Act", act.Replace("{0}", id, StringComparison.Ordinal)), ("Form.Pick[insurance]", id));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("not among your uploads", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Unknown file", await provider.Page(Page), StringComparison.Ordinal);
        Assert.False(await scene.App.WithDb(db => db.BidDrafts.AnyAsync(BidScene.Token)));
    }

    [Fact]
    public async Task Answers_are_copied_from_another_draft_into_what_is_empty_and_prices_never()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(await Bidder(scene));
        await provider.PostForm(Page, Complete);
        await provider.PostForm(Homes, ("Form.Answers[Q1]", "Mine already"));
        Guid source = (await scene.App.WithDb(db => db.BidDrafts.OrderBy(d => d.SavedAt).ThenBy(d => d.Id).FirstAsync(BidScene.Token))).Id.Value;

        Assert.Contains("Draft for lot 2", await provider.Page(Homes + "/copy-from"), StringComparison.Ordinal);
        HttpResponseMessage copied = await provider.PostForm(Homes + "/copy-from", ("source", source.ToString()));
        HttpResponseMessage unknown = await provider.PostForm(Homes + "/copy-from", ("source", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        string page = await provider.Page(Homes);
        Assert.Contains("Mine already", page, StringComparison.Ordinal);
        Assert.Contains("Trained staff", page, StringComparison.Ordinal);
        Assert.DoesNotContain("6100", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_draft_cannot_be_copied()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient rival = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-200", OrganisationKind.Provider));
        await rival.PostForm(Page, Complete);
        Guid source = (await scene.App.WithDb(db => db.BidDrafts.SingleAsync(BidScene.Token))).Id.Value;
        HttpClient provider = await scene.App.SignedInAs(await Bidder(scene));

        Assert.Equal(HttpStatusCode.NotFound, (await provider.PostForm(Homes + "/copy-from", ("source", source.ToString()))).StatusCode);
        Assert.DoesNotContain("Draft for lot 2", await provider.Page(Homes + "/copy-from"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partners_and_public_money_are_said_kept_by_a_bid_tool_and_read_at_the_opening()
    {
        await using BidScene scene = await BidScene.Make();
        OrganisationId authority = await scene.App.Organisation("E08000025", OrganisationKind.Authority);
        OrganisationId own = await scene.App.Organisation("OWN-1", OrganisationKind.OwnProvider, authority);
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder, own);

        await provider.PostForm(Page, [.. Complete, ("Form.Subsidy", "A grant of the authority"), ("Form.Partners[0].Name", "A subcontractor"), ("Form.Partners[0].Kind", "Subcontractor"), ("Form.Partners[0].Part", "")]);
        string half = await provider.Page(Page);
        await provider.PostForm(Page, [.. Complete, ("Form.ETag", Tag(half)), ("Form.Subsidy", "A grant of the authority"), ("Form.Partners[0].Name", "A subcontractor"), ("Form.Partners[0].Kind", "Subcontractor"), ("Form.Partners[0].Part", "Transport")]);
        await provider.PostForm(Page + "/submit", ("key", "k1"));
        await scene.Open();

        Assert.Contains("Say who partner 1 is", half, StringComparison.Ordinal);
        OpenedBid bid = await scene.App.WithDb(db => db.OpenedBids.SingleAsync(BidScene.Token));
        OpenedContent content = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bid.Id, BidScene.Token));
        Assert.Equal(new BidPartner("A subcontractor", "", PartnerKind.Subcontractor, "Transport"), Assert.Single(content.Content.Parties.Partners));
        Assert.Equal(("A grant of the authority", true), (content.Content.Parties.Subsidy, content.Content.Parties.OwnProviderOf is not null));
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Assert.Contains("Subcontractor: A subcontractor", PostForms.Words(await commissioner.Page($"/tenders/{BidScene.Ref}/opened-bids/{bid.Id.Value}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_home_with_something_missing_is_left_out_and_the_others_stay()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(await Bidder(scene));
        (string, string)[] two = [("Form.Answers[Q1]", "a"), ("Form.Answers[Q2]", "b"), ("Form.Declarations", "D1"), ("Form.Homes[0].Urn", "1111111"), ("Form.Homes[0].Prices[core]", "5000"), ("Form.Homes[1].Urn", "2222222")];
        await provider.PostForm(Homes, two);
        string page = await provider.Page(Homes);

        HttpResponseMessage left = await provider.PostForm(Homes, [.. two, ("Form.ETag", Tag(page)), ("Form.Act", "leaveOut")]);

        Assert.Contains("One thing is missing for this home", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        string after = await provider.Page(Homes);
        Assert.Contains("1111111", after, StringComparison.Ordinal);
        Assert.DoesNotContain("2222222", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_of_the_tender_says_where_each_lot_stands_to_a_bidder_and_to_nobody_else()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(await Bidder(scene));
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        await provider.PostForm(Page, Complete);
        await provider.PostForm(Page + "/submit", ("key", "k1"));

        foreach (string place in new[] { "", "/questions", "/questions/ask", "/decline", "/procedure", "/help" })
        {
            string words = PostForms.Words(await provider.Page($"/tenders/{BidScene.Ref}{place}"));
            Assert.Contains("Lot 1 NOT SUBMITTED Lot 2 SUBMITTED at 23 Nov 2026", words, StringComparison.Ordinal);
            Assert.Contains("by the portal’s clock", words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NOT SUBMITTED", await commissioner.Page($"/tenders/{BidScene.Ref}"), StringComparison.Ordinal);
        Assert.DoesNotContain("NOT SUBMITTED", await scene.App.Public().Page($"/tenders/{BidScene.Ref}"), StringComparison.Ordinal);
    }

    private static (string, string)[] Complete => [("Form.Answers[Q1]", "Warm care"), ("Form.Answers[Q2]", "Trained staff"), ("Form.Prices[core]", "6100"), ("Form.Declarations", "D1")];

    private static async Task<Actor> Bidder(BidScene scene) => await scene.App.Someone(await scene.App.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);

    private static string Tag(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"Form.ETag\" value=\"([^\"]*)\"").Groups[1].Value;
}
