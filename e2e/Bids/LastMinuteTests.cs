using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>The last minutes before a deadline: a broken upload goes on, a file in the wrong place is moved, one lot is in at two seconds before, the other late by one, and two people open.</summary>
[Collection(nameof(PhoneJourneys))]
public sealed class LastMinuteTests(Chrome chrome)
{
    private const int Piece = 4 * 1024 * 1024;
    private const string Tender = $"/tenders/{LastMinuteScene.Ref}";
    private const string First = $"{Tender}/bids/1";
    private const string Second = $"{Tender}/bids/2";

    [Fact]
    public async Task A_bid_two_seconds_before_the_deadline_counts_and_one_a_second_after_it_waits_in_the_late_box()
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), 1280);
        await cast.Gather();
        await LastMinuteScene.Publish(cast);
        OrganisationId provider = await cast.Portal.Organisation("P-100", OrganisationKind.Provider);
        Visitor bidder = await cast.Enter("bidder", Role.ProviderBidder, provider);

        await Write(bidder, First, "5900");
        await ResumeABrokenUpload(bidder);
        await MoveFromTheWrongPlace(bidder);
        await Write(bidder, Second, "6100");
        await TakeFromTheOtherLot(bidder);
        await SubmitInTime(cast, bidder);
        await SubmitLate(cast, bidder);
        await OpenByTwo(cast);
        await SeeOnAPhone(cast);

        IReadOnlyList<string> faults = await cast.Faults();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task Write(Visitor bidder, string lot, string price)
    {
        await bidder.Go(lot);
        await bidder.Reads("NOT SUBMITTED");
        await bidder.Type("Answers[Q1]", "Every child has a key worker and a safety plan within three days.");
        await bidder.Type("Answers[Q2]", "Values first, then checks, then ten days of training.");
        await bidder.Type("Prices[core]", price);
        await bidder.Tick("Declarations", "D1");
        await bidder.Press("Save draft");
    }

    // The connection breaks in the middle of the file; the page asks how far it came and sends the rest.
    private static async Task ResumeABrokenUpload(Visitor bidder)
    {
        List<string> offsets = [];
        await bidder.Page.RouteAsync("**/uploads/*", async route =>
        {
            if (route.Request.Method != "PATCH")
            {
                await route.ContinueAsync();
                return;
            }

            offsets.Add(route.Request.Headers["upload-offset"]);
            await (offsets.Count == 2 ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        });
        byte[] policy = new byte[Piece + 500_000];
        Array.Fill(policy, (byte)' ');
        "%PDF-1.4\n% Safeguarding policy of an invented provider\n"u8.CopyTo(policy);
        await Hand(bidder, "costs", "policy.pdf", "application/pdf", policy);
        await bidder.Page.UnrouteAsync("**/uploads/*");

        string half = Piece.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(["0", half, half], offsets);
        await bidder.Reads(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(policy)));
    }

    // It went into the place for the costs; the page says so and moves it without sending it again.
    private static async Task MoveFromTheWrongPlace(Visitor bidder)
    {
        await bidder.Reads("“policy.pdf” does not belong here");
        List<string> sent = [];
        bidder.Page.Request += (_, request) => sent.AddRange(request.Url.Contains("/uploads", StringComparison.Ordinal) ? [request.Url] : []);
        await bidder.Click(bidder.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move to “Safeguarding policy”" }));
        Assert.Empty(sent);
        await Assertions.Expect(bidder.Page.Locator("[data-slot='policy'] li")).ToContainTextAsync("policy.pdf");
        await Assertions.Expect(bidder.Page.Locator("[data-slot='costs'] li")).ToHaveCountAsync(0);
        await Hand(bidder, "costs", "costs.csv", "text/csv", Encoding.UTF8.GetBytes("Line,Weekly cost\nStaff,3900.00\nFood,410.00\n"));
    }

    private static async Task TakeFromTheOtherLot(Visitor bidder)
    {
        foreach ((string slot, string file) in new[] { ("policy", "policy.pdf"), ("costs", "costs.csv") })
        {
            ILocator place = bidder.Page.Locator($"[data-slot='{slot}']");
            await place.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = $"In your draft for lot 1: {file}" });
            await bidder.Click(place.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Attach" }));
            await Assertions.Expect(bidder.Page.Locator($"[data-slot='{slot}'] li")).ToContainTextAsync(file);
        }
    }

    private static async Task SubmitInTime(Cast cast, Visitor bidder)
    {
        await bidder.Go(First);
        await bidder.Press("Save and check before submitting");
        await bidder.Reads("Check and submit");
        cast.Portal.Clock.MoveTo(LastMinuteScene.Closes.AddSeconds(-2));
        await bidder.Press("Submit the bid");
        await bidder.Reads("Bid submitted");
        await bidder.Reads("11:59:58");
        Assert.Equal("%PDF"u8.ToArray(), (await bidder.Fetch($"{First}/receipt.pdf", "application/pdf"))[..4]);
    }

    // Checked in time, pressed too late: said with the portal's own time, and kept sealed.
    private static async Task SubmitLate(Cast cast, Visitor bidder)
    {
        await bidder.Go($"{Second}/submit");
        await bidder.Reads("NOT SUBMITTED");
        cast.Portal.Clock.MoveTo(LastMinuteScene.Closes.AddSeconds(1));
        await bidder.Press("Submit the bid");
        await bidder.Reads("LATE: your bid came after the deadline");
        await bidder.Reads("12:00:01");
        await bidder.Reads("late box");
        await bidder.Go($"{Tender}/bids");
        await bidder.Reads("SUBMITTED");
        await bidder.Reads("LATE");
        var stored = await cast.Portal.WithDb(db => db.SealedBids.OrderBy(b => b.ReceivedAt).Select(b => b.Status).ToListAsync());
        Assert.Equal([SealedBidStatus.InTime, SealedBidStatus.Late], stored);
    }

    private static async Task OpenByTwo(Cast cast)
    {
        Visitor one = await cast.Enter("opener one", Role.Opener);
        await one.Go($"{Tender}/opening");
        await one.Reads("You cannot take part now");
        cast.Portal.Clock.MoveTo(LastMinuteScene.Closes.AddMinutes(61));
        await Attend(one, "I am present");
        await one.Reads("One more person is needed");
        Visitor two = await cast.Enter("opener two", Role.Opener);
        await Attend(two, "I am present: open the bids");
        await two.Reads("1 bid opened");
        await two.Reads("1 sealed bid stays unopened");
    }

    private static async Task Attend(Visitor opener, string button)
    {
        await opener.Go($"{Tender}/opening");
        await opener.Page.Locator("#Passphrase").FillAsync(LastMinuteScene.Passphrase);
        await opener.Press(button);
    }

    // The same person's pages on a phone.
    private async Task SeeOnAPhone(Cast cast)
    {
        await using Visitor phone = await Visitor.At(chrome, cast.Portal, 320, cast.ActorOf("bidder"));
        foreach (string page in new[] { Tender, $"{Tender}/bids", $"{First}/receipt", $"{Second}/receipt", "/bids" })
        {
            await phone.Go(page);
        }

        Assert.Empty(phone.Faults);
    }

    private static async Task Hand(Visitor bidder, string slot, string name, string kind, byte[] content)
    {
        await bidder.Page.Locator($"[data-slot='{slot}'] input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = kind, Buffer = content });
        await Assertions.Expect(bidder.Page.Locator($"[data-slot='{slot}'] li")).ToContainTextAsync(name, new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        await bidder.Look();
    }
}
