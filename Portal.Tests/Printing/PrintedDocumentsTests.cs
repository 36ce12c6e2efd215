using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.Printing;

/// <summary>Documents that people keep on paper: each is a whole PDF and says what the record says.</summary>
public sealed class PrintedDocumentsTests
{
    [Fact]
    public async Task A_receipt_on_paper_says_what_the_signed_receipt_says()
    {
        await using BidScene scene = await BidScene.Make();
        PrintedPdf.Needs(scene.App);
        Actor bidder = await scene.Bidder("P-201");
        await scene.Draft(bidder);
        await scene.Submit(bidder, "key-1");
        using HttpClient provider = await scene.App.SignedInAs(bidder);
        string at = $"/tenders/{BidScene.Ref}/bids/2";
        JsonNode receipt = JsonNode.Parse(await provider.GetStringAsync(new Uri($"{at}/receipt.json", UriKind.Relative), BidScene.Token))!["receipt"]!;

        PrintedPdf pdf = await PrintedPdf.Of(provider, $"{at}/receipt.pdf");

        string page = PostForms.Words(await provider.Page($"{at}/receipt"));
        foreach (string field in (string[])["tender", "lot", "bidder", "submission", "londonTime", "manifestSha256", "logIndex", "signature"])
        {
            string said = receipt[field]!.ToString();
            Assert.True(said.Length > 0 && pdf.Says(said), $"{field}: {said}");
            Assert.Contains(said, page, StringComparison.Ordinal);
        }

        Assert.True(pdf.Says("Receipt of a sealed bid"));
        Assert.False(pdf.Says("6,100"), "A receipt names no price.");
        Assert.True(pdf.Pages >= 1);
        using HttpClient other = await scene.App.SignedInAs(await scene.Bidder("P-202"));
        using HttpResponseMessage refused = await other.GetAsync(new Uri($"{at}/receipt.pdf", UriKind.Relative), BidScene.Token);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_placement_agreement_on_paper_says_what_was_called_off_under_which_decision()
    {
        await using GateMarket market = new();
        await market.InitializeAsync();
        PrintedPdf.Needs(market.App);
        HttpClient http = await market.CaseSystem();
        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, Guid.NewGuid().ToString());
        (int made, _) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-11-24" });
        Assert.Equal(201, made);
        CallOff record = await market.App.WithDb(db => db.CallOffs.SingleAsync(BidScene.Token));
        using HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);

        PrintedPdf pdf = await PrintedPdf.Of(officer, $"/call-offs/{record.Ref}/agreement.pdf");

        string page = PostForms.Words(await officer.Page($"/call-offs/{record.Ref}/agreement"));
        string[] said =
        [
            $"Individual placement agreement {record.Ref}", "C-4711", "Elm House", GateMarket.Urn, "6,100.00", "871.43", "under framework WM-2026, lot 1",
            record.GateDecision.Value.ToString(), decided.Text("decisive"), "24 November 2026", "28 days",
        ];
        Assert.All(said, words => Assert.True(pdf.Says(words), $"“{words}” is not in the PDF"));
        Assert.All(said, words => Assert.Contains(words, page, StringComparison.Ordinal));
        using HttpClient stranger = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        using HttpResponseMessage hidden = await stranger.GetAsync(new Uri($"/call-offs/{record.Ref}/agreement.pdf", UriKind.Relative), BidScene.Token);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
