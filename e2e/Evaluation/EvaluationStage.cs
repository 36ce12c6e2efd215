using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.E2E.Bids;
using Portal.E2E.Furniture;

namespace Portal.E2E.Evaluation;

/// <summary>Two evaluators score blind with reasons, the moderator records what the panel agreed, prices are opened, bids are ranked.</summary>
public static class EvaluationStage
{
    public static async Task Play(Cast cast)
    {
        await Score(cast, "evaluator one", 4);
        await Score(cast, "evaluator two", 3);
        await Moderate(cast);
        await Rank(cast);
    }

    private static async Task Score(Cast cast, string name, int score)
    {
        Visitor evaluator = await cast.Enter(name, Role.Evaluator);
        await Declare(cast, evaluator);
        string sheet = $"/tenders/{cast.Ref}/evaluation/lots/1/sheet";
        await evaluator.Go(sheet);
        string[] pages = await evaluator.Addresses("main table a");
        Assert.Equal(6, pages.Length);
        foreach (string page in pages)
        {
            await evaluator.Go(page);
            string shown = await evaluator.Page.Locator("main").InnerTextAsync();
            Assert.DoesNotContain("£", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Invented Homes", shown, StringComparison.OrdinalIgnoreCase);
            await evaluator.Page.Locator($"input[name='Form.Score'][value='{score}']").CheckAsync();
            await evaluator.Type("Reason", "The safety plan within three days meets the descriptor; outcomes are not measured.");
            await evaluator.Click(evaluator.Page.Locator("main form button[type=submit]").Last);
        }

        await evaluator.Go(sheet);
        await evaluator.Tick("StillNoConflict");
        await evaluator.Press("Lock my sheet");
    }

    private static async Task Declare(Cast cast, Visitor member)
    {
        await member.Go($"/tenders/{cast.Ref}/evaluation");
        await member.Follow("declare whether you have a conflict of interest");
        await member.Tick("Conflict", "false");
        await member.Press("Declare");
    }

    private static async Task Moderate(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        await Declare(cast, moderator);
        await moderator.Go($"/tenders/{cast.Ref}/evaluation");
        await moderator.Press("Begin moderation");
        string meeting = $"/tenders/{cast.Ref}/evaluation/lots/1/moderation";
        await moderator.Go(meeting);
        foreach (ILocator member in await moderator.Page.Locator("input[name='Form.Present']").AllAsync())
        {
            await member.CheckAsync();
        }

        await moderator.Type("Attendance", "4 January 2027, in the council house");
        await moderator.Press("Record attendance");
        string[] pages = await moderator.Addresses("main table a");
        for (int i = 0; i < pages.Length; i++)
        {
            await moderator.Go(pages[i]);
            await moderator.Page.Locator($"input[name='Form.Score'][value='{3 + (i % 2)}']").CheckAsync();
            await moderator.Type("Reason", "The panel agreed: the plan is concrete, the measuring of outcomes is not shown.");
            await moderator.Type("WhyOutside", "The panel read the safety plan together and agreed on it.");
            await moderator.Press("Keep the agreed score");
        }
    }

    private static async Task Rank(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        await moderator.Go($"/tenders/{cast.Ref}/evaluation");
        await moderator.Press("Freeze the agreed scores");
        await moderator.Reads("The price envelopes are still sealed");
        await OpeningStage.OpenPrices(cast);
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go($"/tenders/{cast.Ref}/evaluation");
        await buyer.Press("Score the prices and rank");
        await buyer.Go($"/tenders/{cast.Ref}/evaluation/ranking");
        await buyer.Reads("£5,900.00");
        await buyer.Reads("Invented Homes Limited");
        Assert.Equal(3, await buyer.Page.Locator("table").First.Locator("tbody tr").CountAsync());
    }
}
