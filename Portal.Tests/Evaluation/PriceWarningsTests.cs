using Portal.Domain.Bids;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;

namespace Portal.Tests.Evaluation;

/// <summary>What is pointed out about prices before a recommendation; none of it scores or takes anybody out.</summary>
public sealed class PriceWarningsTests
{
    private static readonly Lot Lot = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>())).Lots[0];

    private static RankedTender[] Rows(params decimal[] prices) =>
        [.. prices.Select((price, i) => new RankedTender($"Bidder {(char)('A' + i)}", Id.New<SubmissionId>(), Id.New<OrganisationId>(), "", new Money(price)))];

    private static IReadOnlyList<Warning> Of(RankedTender[] rows, Money? register = null, string? winner = null)
    {
        LotOutcome outcome = new("1", [.. rows.Select((r, i) => new RankedBid(r.Label, i + 1, 100 - i, new Dictionary<string, Domain.Evaluation.Arithmetic.Ratio>()))], [], null, winner ?? rows[0].Label);
        return PriceWarnings.Of(Lot, [.. rows.Select(r => r.With(outcome, 2))], outcome, register);
    }

    [Theory]
    [InlineData(61, "below")]
    [InlineData(620_000, "above")]
    public void A_price_a_hundred_times_off_the_others_is_pointed_out_and_only_that_one(decimal odd, string where)
    {
        Warning warning = Assert.Single(Of(Rows(5900, odd, 6100, 6300)), w => w.Code == "PRICE_FAR_OFF");
        Assert.Contains("Bidder B", warning.Text, StringComparison.Ordinal);
        Assert.Contains(where, warning.Text, StringComparison.Ordinal);
        Assert.Contains("Pence may have been entered for pounds", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_that_merely_differ_are_not() =>
        Assert.DoesNotContain(Of(Rows(3000, 6100, 12_000)), w => w.Code == "PRICE_FAR_OFF");

    [Fact]
    public void A_price_of_nothing_is_no_price_a_hundred_times_off() =>
        Assert.DoesNotContain(Of(Rows(0, 6100, 6200)), w => w.Code == "PRICE_FAR_OFF");

    [Fact]
    public void One_supplier_alone_is_said()
    {
        Assert.Contains(Of(Rows(6100)), w => w.Code == "SINGLE_BID");
        Assert.DoesNotContain(Of(Rows(6100, 6200)), w => w.Code == "SINGLE_BID");
    }

    [Fact]
    public void A_first_price_over_the_register_or_the_market_study_is_context()
    {
        IReadOnlyList<Warning> over = Of(Rows(6100, 6200), new Money(5000));
        Assert.Contains("22% above the middle of the national price register", Assert.Single(over, w => w.Code == "OVER_REGISTER").Text, StringComparison.Ordinal);
        Assert.Contains("59.3% above", Assert.Single(over, w => w.Code == "OVER_CMA").Text, StringComparison.Ordinal);
        IReadOnlyList<Warning> under = Of(Rows(3500, 3600), new Money(5000));
        Assert.DoesNotContain(under, w => w.Code is "OVER_REGISTER" or "OVER_CMA");
        Assert.DoesNotContain(Of(Rows(6100, 6200)), w => w.Code == "OVER_REGISTER");
    }
}
