using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Audit;

/// <summary>What the log would say of bidders before the opening, it says to nobody.</summary>
public sealed class SecretEntriesTests
{
    [Fact]
    public async Task A_bundle_of_entries_is_read_by_legal_of_the_operator_alone()
    {
        await using PortalApp app = new();
        OrganisationId operating = await app.Organisation();
        OrganisationId council = await app.Organisation("E10000031", OrganisationKind.Authority, operating);
        OrganisationId provider = await app.Organisation("P-101", OrganisationKind.Provider);
        await Number(app);

        Assert.Equal(HttpStatusCode.OK, await Answer(await app.SignedInAs(await app.Someone(operating, Role.Legal)), "/log/tile/entries/000.p/1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(await app.SignedInAs(await app.Someone(operating, Role.Administrator)), "/log/tile/entries/000.p/1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(await app.SignedInAs(await app.Someone(council, Role.Legal, Role.Administrator)), "/log/tile/entries/000.p/1"));
        Assert.Equal(HttpStatusCode.Forbidden, await Answer(await app.SignedInAs(await app.Someone(provider, Role.ProviderBidder, Role.Administrator)), "/log/tile/entries/000.p/1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Answer(app.Public(), "/log/tile/entries/000.p/1"));
    }

    [Fact]
    public async Task A_bundle_that_names_a_bidder_of_an_unopened_tender_is_refused_until_the_opening()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "once");
        await Number(scene.App);
        HttpClient legal = await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal));
        long width = await scene.App.WithDb(db => db.LogEntries.LongCountAsync(e => e.Index != null));
        string bundle = $"/log/tile/entries/000.p/{width}";

        using HttpResponseMessage refused = await legal.GetAsync(new Uri(bundle, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        string why = await refused.Content.ReadAsStringAsync();
        Assert.Contains(BidScene.Ref, why, StringComparison.Ordinal);
        Assert.DoesNotContain(bidder.Organisation.Value.ToString(), why, StringComparison.OrdinalIgnoreCase);

        await scene.Open();
        Assert.Equal(HttpStatusCode.OK, await Answer(legal, bundle));
    }

    [Fact]
    public async Task The_timeline_tells_legal_neither_who_bids_nor_how_many_until_the_opening()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "once");
        await Number(scene.App);
        HttpClient legal = await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal));
        string timeline = $"/tenders/{BidScene.Ref}/timeline";
        long index = await scene.App.WithDb(db => db.LogEntries.Where(e => e.Action == "bid.submitted").Select(e => e.Index!.Value).SingleAsync());

        string before = PostForms.Words(await legal.Page(timeline));

        Assert.Contains("Published the tender", before, StringComparison.Ordinal);
        Assert.Contains("how many", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent in", before, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("bid/" + BidScene.Ref, before, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nothing to show", await legal.Page(timeline + "?about=bid."), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Answer(legal, $"{timeline}/{index}.tlog-proof"));

        await scene.Open();
        Assert.Contains("Sent in the bid of", PostForms.Words(await legal.Page(timeline)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, await Answer(legal, $"{timeline}/{index}.tlog-proof"));
    }

    private static Task<string> Number(PortalApp app) => app.Services.GetRequiredService<LogSequencer>().Checkpoint(publish: true, BidScene.Token);

    private static async Task<HttpStatusCode> Answer(HttpClient browser, string address)
    {
        using HttpResponseMessage answer = await browser.GetAsync(new Uri(address, UriKind.Relative), BidScene.Token);
        return answer.StatusCode;
    }
}
