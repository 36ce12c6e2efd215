using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>Openers set up keys; providers ask, draft, attach, submit; one is late by a second; two people open.</summary>
public static class BiddingStage
{
    /// <summary>The providers, the URN of the home each offers, its weekly fee and how well it answers.</summary>
    public static readonly (string Code, string Urn, string Fee)[] Bidders = [("P-100", "SC900001", "6100"), ("P-200", "SC900002", "5900"), ("P-300", "SC900003", "6400")];

    private static readonly DateTimeOffset Closes = new(2026, 12, 21, 12, 0, 0, TimeSpan.Zero);

    public static async Task Play(Cast cast)
    {
        await AskAndAnswer(cast);
        foreach ((string code, string urn, string fee) in Bidders)
        {
            Visitor bidder = await Join(cast, code, urn);
            await Draft(cast, bidder, fee);
            await bidder.Press("Submit the bid");
            await bidder.Reads("received");
        }

        await BeLate(cast);
        await Open(cast);
    }

    /// <summary>Each opener's key, made before the publication; the passphrases are shown once.</summary>
    public static async Task SetUpKeys(Cast cast)
    {
        foreach (string name in new[] { "opener one", "opener two" })
        {
            Visitor opener = await cast.Enter(name, Role.Opener);
            await opener.Go("/openings");
            await opener.Press("Set up my key");
            cast.Passphrases[name] = (await opener.Page.Locator(".portal-passphrase").InnerTextAsync()).Trim();
        }
    }

    private static async Task<Visitor> Join(Cast cast, string code, string urn)
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
        return await cast.Enter(code, Role.ProviderBidder, provider);
    }

    private static async Task AskAndAnswer(Cast cast)
    {
        Visitor bidder = await Join(cast, "P-100", "SC900001");
        await bidder.Go($"/tenders/{cast.Ref}/questions/ask");
        await bidder.Type("Question", "May a home of two places be offered?");
        await bidder.Press("Send the question");
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go($"/tenders/{cast.Ref}/questions/1/answer");
        await buyer.Type("PublishedQuestion", "May a home of two places be offered?");
        await buyer.Type("Answer", "Yes, homes of any size may be offered.");
        await buyer.Press("Publish the answer");
        await using Visitor anybody = await cast.Public();
        await anybody.Go($"/tenders/{cast.Ref}/questions");
        await anybody.Reads("homes of any size");
        Assert.DoesNotContain("P-100", await anybody.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
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
            await Assertions.Expect(bidder.Page.Locator("[data-upload] li")).ToHaveCountAsync(attached + 1);
        }
    }

    private static async Task BeLate(Cast cast)
    {
        Visitor late = await Join(cast, "P-400", "SC900004");
        await Draft(cast, late, "5000");
        cast.Portal.Clock.MoveTo(Closes.AddSeconds(1));
        await late.Press("Submit the bid");
        await late.Reads("late");
    }

    private static async Task Open(Cast cast)
    {
        Visitor first = await cast.Enter("opener one", Role.Opener);
        await first.Go($"/tenders/{cast.Ref}/opening");
        await first.Reads("cannot take part now");
        cast.Portal.Clock.MoveTo(Closes.AddMinutes(61));
        await first.Go($"/tenders/{cast.Ref}/opening");
        await first.Page.Locator("#Passphrase").FillAsync(cast.Passphrases["opener one"]);
        await first.Press("I am present");
        Visitor second = await cast.Enter("opener two", Role.Opener);
        await second.Go($"/tenders/{cast.Ref}/opening");
        await second.Page.Locator("#Passphrase").FillAsync(cast.Passphrases["opener two"]);
        await second.Press("I am present: open the bids");
        await second.Reads("3 bids opened");
    }
}
