using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Clarifications;

/// <summary>A provider asks; the answer reaches everybody, and nobody learns who asked.</summary>
public static class QuestionStage
{
    public static async Task Play(Cast cast, string asker)
    {
        Visitor bidder = await cast.Enter(asker, Role.ProviderBidder);
        await bidder.Go($"/tenders/{cast.Ref}");
        await bidder.Follow("Ask a question");
        await bidder.Press("Ask a question");
        await bidder.Type("Question", "May a home of two places be offered?");
        await bidder.Press("Send the question");
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        await buyer.Go($"/tenders/{cast.Ref}/questions");
        await buyer.Press("Answer question 1");
        await buyer.Type("PublishedQuestion", "May a home of two places be offered?");
        await buyer.Type("Answer", "Yes, homes of any size may be offered.");
        await buyer.Tick("Effect", "Explains");
        await buyer.Press("Publish the answer");
        Visitor anybody = await cast.Public();
        await anybody.Go($"/tenders/{cast.Ref}/questions");
        await anybody.Reads("homes of any size");
        Assert.DoesNotContain("Invented Homes", await anybody.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
