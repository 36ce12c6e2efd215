using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>Three providers draft, attach evidence and submit, the second without scripts; a fourth is late by a second.</summary>
public static class BiddingStage
{
    /// <summary>Names of the bidders, the URN of the home each offers and its weekly fee; the first registers through the pages.</summary>
    public static readonly (string Name, string Urn, string Fee)[] Bidders = [("first provider", "SC900001", "5900"), ("second provider", "SC900002", "6100"), ("third provider", "SC900003", "6400")];

    /// <summary>The deadline, as the draft's dates set it.</summary>
    public static readonly DateTimeOffset Closes = new(2026, 12, 21, 12, 0, 0, TimeSpan.Zero);

    public static async Task Play(Cast cast)
    {
        Visitor first = await cast.Enter(Bidders[0].Name, Role.ProviderBidder);
        await SeeWhatIsMissing(cast, first);
        await Draft(cast, first, Bidders[0].Fee);
        await Submit(first);
        await KeepReceipt(cast, first);
        Visitor second = await Join(cast, Bidders[1].Name, "P-200", Bidders[1].Urn, scripts: false);
        await Draft(cast, second, Bidders[1].Fee);
        await Submit(second);
        Visitor third = await Join(cast, Bidders[2].Name, "P-300", Bidders[2].Urn);
        await Draft(cast, third, Bidders[2].Fee);
        await Submit(third);
        await BeLate(cast);
    }

    private static async Task<Visitor> Join(Cast cast, string name, string code, string urn, bool scripts = true)
    {
        OrganisationId provider = await cast.Portal.Organisation(code, OrganisationKind.Provider);
        await cast.Portal.WithDb(async db =>
        {
            if (!await db.ProviderHomes.AnyAsync(h => h.Urn == urn))
            {
                db.Add(ProviderHome.Register(urn, provider, $"Home {urn}", "E10000031", ["residential"], 4, Judgement.Good));
                await db.Save(Actor.Portal);
            }
        });
        return await cast.Enter(name, Role.ProviderBidder, provider, scripts);
    }

    // What is typed is kept by itself, and the check names lot by lot what a bid still lacks.
    private static async Task SeeWhatIsMissing(Cast cast, Visitor bidder)
    {
        await bidder.Go($"/tenders/{cast.Ref}");
        await bidder.Follow("Your bids for each lot");
        await bidder.Go($"/tenders/{cast.Ref}/bids/1");
        await bidder.Type("Answers[Q1]", "Begun on the train");
        await Assertions.Expect(bidder.Page.Locator("#saved-note")).ToContainTextAsync("Draft saved", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        await bidder.Go($"/tenders/{cast.Ref}/bids/1");
        await Assertions.Expect(bidder.Page.Locator("[name='Form.Answers[Q1]']")).ToHaveValueAsync("Begun on the train");
        await bidder.Press("Save and check before submitting");
        await bidder.Reads("What is missing");
        await bidder.Reads("Answer question Q2");
    }

    private static async Task Draft(Cast cast, Visitor bidder, string fee)
    {
        await bidder.Go($"/tenders/{cast.Ref}/bids/1");
        await bidder.Reads("NOT SUBMITTED");
        await bidder.Page.Locator("select[name='Form.AddHome']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await bidder.Press("Add home");
        await bidder.Type("Answers[Q1]", "Every child has a key worker and a safety plan within three days.");
        await bidder.Type("Answers[Q2]", "Each day is planned with the child; school and friends are kept.");
        await bidder.Type("Homes[0].Prices[core]", fee);
        foreach (ILocator box in await bidder.Page.Locator("input[name='Form.Declarations']").AllAsync())
        {
            await box.CheckAsync();
        }

        await Attach(bidder);
        await bidder.Press("Save and check before submitting");
        await bidder.Reads("Check and submit");
    }

    private static async Task Attach(Visitor bidder)
    {
        int boxes = await bidder.Page.Locator("input[type=file]").CountAsync();
        for (int i = 0; i < boxes; i++)
        {
            int attached = await bidder.Page.Locator("[data-upload] li").CountAsync();
            await bidder.Page.Locator("input[type=file]").Nth(i).SetInputFilesAsync(new FilePayload { Name = string.Create(CultureInfo.InvariantCulture, $"insurance-{i}.pdf"), MimeType = "application/pdf", Buffer = "%PDF-1.4\n% Insurance of an invented provider\n"u8.ToArray() });
            if (!bidder.Scripts)
            {
                await bidder.Press("Upload");
            }

            await Assertions.Expect(bidder.Page.Locator("[data-upload] li")).ToHaveCountAsync(attached + 1, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        }
    }

    private static async Task Submit(Visitor bidder)
    {
        await bidder.Press("Submit the bid");
        await bidder.Reads("Bid submitted");
    }

    private static async Task KeepReceipt(Cast cast, Visitor bidder)
    {
        string receipt = $"/tenders/{cast.Ref}/bids/1/receipt";
        byte[] printed = await bidder.Fetch($"{receipt}.pdf", "application/pdf");
        Assert.Equal("%PDF"u8.ToArray(), printed[..4]);
        await bidder.Fetch($"{receipt}.json", "application/json");
        await bidder.Go("/tenders/" + cast.Ref + "/bids");
        await bidder.Reads("SUBMITTED");
    }

    private static async Task BeLate(Cast cast)
    {
        Visitor late = await Join(cast, "late provider", "P-400", "SC900004");
        await Draft(cast, late, "5000");
        cast.Portal.Clock.MoveTo(Closes.AddSeconds(1));
        await late.Press("Submit the bid");
        await late.Reads("LATE: your bid came after the deadline");
        await late.Reads("21 December 2026");
    }
}
