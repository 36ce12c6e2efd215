using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.E2E.Bids;
using Portal.E2E.Furniture;
using Portal.E2E.Qualification;
using Portal.Tests.Tenders;

namespace Portal.E2E.Awards;

/// <summary>From opening to signed contracts with three lots, three winners and a limit on lots, in the browser.</summary>
[Collection(nameof(Journeys))]
public sealed class ThreeLotTests(Chrome chrome)
{
    private const string Tender = $"/tenders/{ThreeLots.Ref}";

    [Fact]
    public async Task Three_lots_are_opened_scored_agreed_ranked_awarded_and_signed()
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), 1280);
        await cast.Gather();
        await OpeningStage.SetUpKeys(cast);
        await ThreeLots.Receive(cast);
        await OpeningStage.Play(cast, ATender.Closes.AddHours(1).AddMinutes(1), inALot: 2);
        await QualificationStage.Play(cast);
        await Score(cast, "evaluator one", 4);
        await ThreeLots.ScoreAlone(cast, "evaluator two", 3);
        await Agree(cast);
        await OpeningStage.OpenPrices(cast, inALot: 2);
        await Rank(cast);
        await ThreeLotAward.Play(cast);
        await LookOnAPhone(cast);
        IReadOnlyList<string> faults = await cast.Faults();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task LookOnAPhone(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        foreach (string page in (string[])["evaluation", "evaluation/lots/1/moderation", "evaluation/ranking", "award", "award/report", "agreements"])
        {
            await buyer.GoNarrow($"{Tender}/{page}");
        }

        Visitor bidder = await cast.Enter(ThreeLots.Bidders[0].Name, Role.ProviderBidder);
        await bidder.GoNarrow($"{Tender}/result");
    }

    private static async Task Declare(Visitor member)
    {
        await member.Go($"{Tender}/evaluation/declaration");
        await member.Tick("Conflict", "false");
        await member.Press("Declare");
    }

    // An evaluator sees neither names nor prices, and cites the bid with a press.
    private static async Task Score(Cast cast, string name, int score)
    {
        Visitor evaluator = await cast.Enter(name, Role.Evaluator);
        await Declare(evaluator);
        foreach (string lot in ThreeLots.Lots)
        {
            string sheet = $"{Tender}/evaluation/lots/{lot}/sheet";
            await evaluator.Go(sheet);
            foreach (string page in await evaluator.Addresses("main table a"))
            {
                await evaluator.Go(page);
                Assert.DoesNotContain("£", await evaluator.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
                await evaluator.Page.Locator($"input[name='Form.Score'][value='{score}']").CheckAsync();
                await evaluator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Cite this paragraph" }).First.ClickAsync();
                await evaluator.Type("Reason", "A plan within three days meets the descriptor; outcomes are not measured.");
                await evaluator.Click(evaluator.Page.Locator("main form button[type=submit]").Last);
            }

            await evaluator.Go(sheet);
            await evaluator.Tick("StillNoConflict");
            await evaluator.Press("Lock my sheet");
        }
    }

    // Ashgrove is agreed a step better and is a little dearer; on no lot are all agreed scores the mean of the evaluators’.
    private static async Task Agree(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        await Declare(moderator);
        await moderator.Go($"{Tender}/evaluation");
        await moderator.Press("Begin moderation");
        foreach (string lot in ThreeLots.Lots)
        {
            await moderator.Go($"{Tender}/evaluation/lots/{lot}/moderation");
            foreach (ILocator member in await moderator.Page.Locator("input[name='Form.Present']").AllAsync())
            {
                await member.CheckAsync();
            }

            await moderator.Type("Attendance", "11 January 2027, in the council house");
            await moderator.Press("Record attendance");
            string best = $"/{await ThreeLots.Alias(cast, lot, ThreeLots.Bidders[0].Code)}/";
            foreach (string page in await moderator.Addresses("main table a"))
            {
                await AgreeOne(moderator, page, page.Contains(best, StringComparison.Ordinal) && (lot, page[^2..]) != ("3", "Q2") ? 4 : 3);
            }
        }

        await moderator.Go($"{Tender}/evaluation");
        await moderator.Press("Freeze the agreed scores");
        await moderator.Reads("The price envelopes are still sealed");
    }

    private static async Task AgreeOne(Visitor moderator, string page, int score)
    {
        await moderator.Go(page);
        await moderator.Page.Locator($"input[name='Form.Score'][value='{score}']").CheckAsync();
        await moderator.Type("Reason", "The panel agreed: the plan is concrete, the measuring of outcomes is not shown.");
        await moderator.Press("Keep the agreed score");
    }

    private static async Task Rank(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go($"{Tender}/evaluation");
        await buyer.Press("Score the prices and rank");
        await buyer.Go($"{Tender}/evaluation/ranking");
        Assert.Equal(3, await buyer.Page.Locator("caption", new PageLocatorOptions { HasText = "Ranking of lot" }).CountAsync());
        byte[] sheet = await buyer.Fetch($"{Tender}/evaluation/ranking.xlsx", "application/vnd.openxmlformats");
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
        await buyer.Follow("Go to the award");
    }
}
