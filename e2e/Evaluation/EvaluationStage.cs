using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Evaluation;

/// <summary>Qualification with reasons, two blind evaluators, consensus, prices, ranking.</summary>
public static class EvaluationStage
{
    public static async Task Play(Cast cast)
    {
        await Qualify(cast);
        await Score(cast, "evaluator one", 4);
        await Score(cast, "evaluator two", 3);
        await Moderate(cast);
        await Rank(cast);
    }

    private static async Task Qualify(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        string all = $"/tenders/{cast.Ref}/qualification";
        await buyer.Go(all);
        await buyer.Press("Begin qualification");
        string[] bidders = [.. (await Task.WhenAll((await buyer.Page.Locator($"main a[href^='{all}/']").AllAsync()).Select(a => a.GetAttributeAsync("href")))).OfType<string>().Distinct()];
        Assert.Equal(3, bidders.Length);
        foreach (string bidder in bidders)
        {
            await buyer.Go(bidder);
            int conditions = await buyer.Page.Locator("input[name$='.Evidence']").CountAsync();
            for (int i = 0; i < conditions; i++)
            {
                await buyer.Tick($"Conditions[{i}].Met");
                await buyer.Type($"Conditions[{i}].Evidence", "The regulator's register and the certificate");
            }

            await buyer.Tick("DebarmentListChecked");
            await buyer.Type("GroundsConsidered", "Central platform, Companies House and the regulator, today.");
            await buyer.Page.Locator("input[name='Form.Outcome']").First.CheckAsync();
            await buyer.Type("Reason", "Every condition is met and no ground was found.");
            await buyer.Press("Keep the decision");
        }

        await buyer.Go(all);
        await buyer.Press("Start scoring");
    }

    private static async Task Score(Cast cast, string name, int score)
    {
        Visitor evaluator = await cast.Enter(name, Role.Evaluator);
        await evaluator.Go($"/tenders/{cast.Ref}/evaluation/declaration");
        await evaluator.Tick("Conflict", "false");
        await evaluator.Press("Declare");
        string sheet = $"/tenders/{cast.Ref}/evaluation/lots/1/sheet";
        await evaluator.Go(sheet);
        Assert.DoesNotContain("£", await evaluator.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        string[] pages = [.. (await Task.WhenAll((await evaluator.Page.Locator("main table a").AllAsync()).Select(a => a.GetAttributeAsync("href")))).OfType<string>().Distinct()];
        Assert.Equal(6, pages.Length);
        foreach (string page in pages)
        {
            await evaluator.Go(page);
            await evaluator.Page.Locator($"input[name='Form.Score'][value='{score}']").CheckAsync();
            await evaluator.Type("Reason", "The safety plan within three days meets the descriptor; outcomes are not measured.");
            await evaluator.Click(evaluator.Page.Locator("main form button[type=submit]").Last);
        }

        await evaluator.Go(sheet);
        await evaluator.Press("Lock my sheet");
    }

    private static async Task Moderate(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        await moderator.Go($"/tenders/{cast.Ref}/evaluation/declaration");
        await moderator.Tick("Conflict", "false");
        await moderator.Press("Declare");
        await moderator.Go($"/tenders/{cast.Ref}/evaluation");
        if (await moderator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Begin moderation" }).CountAsync() > 0)
        {
            await moderator.Press("Begin moderation");
        }

        string meeting = $"/tenders/{cast.Ref}/evaluation/lots/1/moderation";
        await moderator.Go(meeting);
        await moderator.Type("Attendance", "Both evaluators and the moderator, 4 January 2027");
        await moderator.Press("Record attendance");
        string[] pages = [.. (await Task.WhenAll((await moderator.Page.Locator("main table a").AllAsync()).Select(a => a.GetAttributeAsync("href")))).OfType<string>().Distinct()];
        for (int i = 0; i < pages.Length; i++)
        {
            await moderator.Go(pages[i]);
            await moderator.Page.Locator($"input[name='Form.Score'][value='{3 + (i % 2)}']").CheckAsync();
            await moderator.Type("Reason", "The panel agreed: the plan is concrete, the measuring of outcomes is not shown.");
            await moderator.Press("Keep the agreed score");
        }
    }

    private static async Task Rank(Cast cast)
    {
        Visitor moderator = await cast.Enter("moderator", Role.Moderator);
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        foreach (string words in new[] { "Freeze the agreed scores", "Open prices and rank" })
        {
            await moderator.Go($"/tenders/{cast.Ref}/evaluation");
            bool hers = await moderator.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words }).CountAsync() > 0;
            Visitor who = hers ? moderator : buyer;
            await who.Go($"/tenders/{cast.Ref}/evaluation");
            await who.Press(words);
        }

        await buyer.Go($"/tenders/{cast.Ref}/evaluation/ranking");
        await buyer.Reads("£5,900.00");
    }
}
