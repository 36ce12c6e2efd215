using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Awards;

/// <summary>A summary can be checked by who reads it: the figures that went into the price formula, each home's own result, the reasons that were recommended (reg. 31).</summary>
public sealed class SummaryFiguresTests
{
    [Fact]
    [Rule("A10-02")]
    public async Task A_summary_gives_the_prices_of_its_formula_each_result_and_the_reasons_recommended()
    {
        await using EvaluationScene scene = await NoticedAward.Told();
        OrganisationId loser = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        SummaryContent told = await scene.App.WithDb(async db => (await db.AssessmentSummaries.SingleAsync(s => s.Bidder == loser && s.LotNumber == "2")).Content);

        Assert.Equal("First by the published criteria", told.Recommendation);
        ToldResult own = Assert.Single(told.Own);
        Assert.StartsWith("Not awarded", own.Outcome, StringComparison.Ordinal);
        Assert.Equal("Awarded.", Assert.Single(Assert.Single(told.Winners).Results).Outcome);
        using HttpClient bidder = await scene.App.SignedInAs(Role.ProviderBidder, loser);
        string page = PostForms.Words(await bidder.Page($"/tenders/{EvaluationScene.Ref}/result"));
        Assert.Contains("Reasons recommended", page, StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A10-02")]
    public async Task The_price_explanation_names_the_price_and_what_it_was_measured_against()
    {
        await using EvaluationScene scene = await NoticedAward.Told();
        OrganisationId winner = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        SummaryContent told = await scene.App.WithDb(async db => (await db.AssessmentSummaries.SingleAsync(s => s.Bidder == winner && s.LotNumber == "2")).Content);

        string explained = Assert.Single(told.Own).Scores[^1].Explanation;
        Assert.Contains("The price assessed is £6,000.00", explained, StringComparison.Ordinal);
        Assert.Contains("The lowest compliant price is", explained, StringComparison.Ordinal);
    }
}
