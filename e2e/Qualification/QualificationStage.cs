using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Qualification;

/// <summary>The commissioner decides with reasons who may be assessed.</summary>
public static class QualificationStage
{
    public static async Task Play(Cast cast)
    {
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        string all = $"/tenders/{cast.Ref}/qualification";
        await buyer.Go($"/tenders/{cast.Ref}");
        await buyer.Follow("Who may be assessed");
        await buyer.Press("Begin qualification");
        string[] bidders = await buyer.Addresses($"main a[href^='{all}/']");
        Assert.Equal(3, bidders.Length);
        foreach (string bidder in bidders)
        {
            await buyer.Go(bidder);
            await Decide(buyer);
        }

        await buyer.Go(all);
        await buyer.Press("Start scoring");
    }

    private static async Task Decide(Visitor buyer)
    {
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
}
