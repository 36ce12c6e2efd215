using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.E2E.Furniture;
using Portal.Tests.Bids;

namespace Portal.E2E.Bids;

/// <summary>A provider's last minutes: two lots, a broken upload that goes on, a document in the wrong place, one bid in two seconds before the deadline and one a second after; then two people open.</summary>
[Collection(nameof(Journeys))]
public sealed class LastMinuteTests(Chrome chrome)
{
    private const string Lots = $"/tenders/{BidScene.Ref}/bids";
    private const int Piece = 4 * 1024 * 1024;

    [Fact]
    public async Task One_lot_is_in_at_the_last_second_the_other_is_late_and_neither_stops_the_other()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true, also: TwoPlacesForFiles, app: JourneyPortal.Open());
        scene.App.Clock.MoveTo(BidScene.Closes.AddMinutes(-30));
        Actor actor = await scene.Bidder("P-100");
        await scene.Draft(actor);
        await using Visitor bidder = await Visitor.At(chrome, scene.App, 1280, actor);
        await WriteLotOne(bidder);
        await UploadOverABrokenLine(bidder);
        await MoveToTheRightPlace(bidder);

        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(-2));
        await bidder.Press("Submit the bid");
        await bidder.Reads("Bid submitted");
        await bidder.Go(Lots + "/2/submit");
        scene.App.Clock.MoveTo(BidScene.Closes.AddSeconds(1));
        await bidder.Press("Submit the bid");
        await bidder.Reads("LATE: your bid came after the deadline");
        await bidder.Go(Lots);
        await bidder.Reads("SUBMITTED");
        await bidder.Reads("LATE");

        await Open(scene);
        Assert.Empty(bidder.Faults);
    }

    private static void TwoPlacesForFiles(Tender tender) => tender.ChangeLot("1", "evidence", lot =>
    {
        lot.Describe(Portal.Tests.Tenders.ATender.ALot with { PerHome = false });
        lot.Require(
            [new RequiredDocument { Code = "insurance", Title = "Insurance certificate", Required = true }, new RequiredDocument { Code = "policy", Title = "Safeguarding policy", Required = false }],
            [new Declaration { Code = "D1", Text = "The prices include every cost of the specification." }]);
    });

    private static async Task WriteLotOne(Visitor bidder)
    {
        await bidder.Go(Lots + "/1");
        await bidder.Reads("NOT SUBMITTED");
        await bidder.Type("Answers[Q1]", "Every child has a key worker.");
        await bidder.Type("Answers[Q2]", "Staff are chosen with the children.");
        await bidder.Type("Prices[core]", "6100");
        await bidder.Page.Locator("input[name='Form.Declarations']").First.CheckAsync();
    }

    // The second piece of the file breaks off once; the browser asks how far it came and goes on from there.
    private static async Task UploadOverABrokenLine(Visitor bidder)
    {
        byte[] file = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(Piece + 200_000)];
        List<string> offsets = [];
        bool broken = false;
        await bidder.Page.RouteAsync("**/uploads/*", async route =>
        {
            bool patch = route.Request.Method == "PATCH";
            string offset = patch ? (await route.Request.AllHeadersAsync())["upload-offset"] : "";
            if (patch && offset != "0" && !broken)
            {
                broken = true;
                await route.AbortAsync("connectionreset");
                return;
            }

            offsets.Add(patch ? offset : route.Request.Method);
            await route.ContinueAsync();
        });
        await bidder.Page.Locator("input[name='file:policy']").SetInputFilesAsync(new FilePayload { Name = "insurance.pdf", MimeType = "application/pdf", Buffer = file });
        await Assertions.Expect(bidder.Page.Locator("[data-upload] li")).ToHaveCountAsync(1, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        Assert.True(broken);
        Assert.Equal(["0", "HEAD", Piece.ToString(CultureInfo.InvariantCulture)], offsets);
        await bidder.Reads("SHA-256 " + Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    // It went to the wrong place; the page says what is missing where, and the same file is put there without a second upload.
    private static async Task MoveToTheRightPlace(Visitor bidder)
    {
        await bidder.Press("Save and check before submitting");
        await bidder.Reads("What is missing");
        await bidder.Reads("Insurance certificate");
        await bidder.Go(Lots + "/1");
        ILocator list = bidder.Page.Locator("select[name='Form.Pick[insurance]']");
        await list.SelectOptionAsync(new SelectOptionValue { Label = "In this bid: insurance.pdf" });
        await bidder.Press("Attach it as Insurance certificate");
        await bidder.Click(bidder.Page.Locator("[data-slot='policy'] button[value^='removeFile']").First);
        await Assertions.Expect(bidder.Page.Locator("[data-slot='insurance'] li")).ToHaveCountAsync(1);
        await Assertions.Expect(bidder.Page.Locator("[data-slot='policy'] li")).ToHaveCountAsync(0);
        await bidder.Press("Save and check before submitting");
        await bidder.Reads("Check and submit your bid for lot 1");
    }

    private async Task Open(BidScene scene)
    {
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        foreach ((Actor opener, string button) in (ValueTuple<Actor, string>[])[(scene.Openers[0], "I am present"), (scene.Openers[1], "I am present: open the bids")])
        {
            await using Visitor visitor = await Visitor.At(chrome, scene.App, 1280, opener);
            await visitor.Go($"/tenders/{BidScene.Ref}/opening");
            await visitor.Page.Locator("#Passphrase").FillAsync(BidScene.Passphrase);
            await visitor.Press(button);
            Assert.Empty(visitor.Faults);
        }

        OpeningRecord record = await scene.App.WithDb(db => Task.FromResult(db.OpeningRecords.Single()));
        Assert.Equal((1, 0, 1), (record.Opened["1"], record.Opened["2"], record.Late));
    }
}
