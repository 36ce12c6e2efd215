using System.Text.Json;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Tests.Evaluation;

public sealed class PriceMethodTests
{
    private static PricedBid[] Bids(params ReadOnlySpan<decimal> prices)
    {
        List<PricedBid> bids = [];
        foreach (decimal price in prices)
        {
            bids.Add(new PricedBid(((char)('A' + bids.Count)).ToString(), new Money(price)));
        }

        return [.. bids];
    }

    private static string[] Scored(PriceRule rule, int decimals, params ReadOnlySpan<decimal> prices) =>
        [.. PriceScoring.Score(rule, Bids(prices)).Scores.Select(s => s.Score?.ToFixed(decimals) ?? "rejected")];

    private static string Refusal(PriceRule rule, params PricedBid[] bids) =>
        Assert.Single(Assert.Throws<RuleBroken>(() => PriceScoring.Score(rule, bids)).Reasons).Code;

    [Fact]
    public void Lowest_price_scores_as_published_by_the_crown_commercial_guidance() =>
        Assert.Equal(Vectors.Texts(Vectors.Expected("P1")), Scored(new PriceRule(PriceMethod.LowestPrice, 1), 3, Vectors.Numbers(Vectors.Inputs("P1").GetProperty("prices"))));

    [Fact]
    public void Lowest_price_with_a_weight_scores_as_published_exact_and_rounded()
    {
        JsonElement inputs = Vectors.Inputs("P2");
        PriceRule rule = new(PriceMethod.LowestPrice, inputs.GetProperty("weight").GetDecimal());
        decimal[] prices = Vectors.Numbers(inputs.GetProperty("prices"));
        Assert.Equal(Vectors.Texts(Vectors.Expected("P2").GetProperty("exact")), Scored(rule, 4, prices));
        Assert.Equal(Vectors.Texts(Vectors.Expected("P2").GetProperty("published_rounded_0dp")), Scored(rule, 0, prices));
    }

    [Fact]
    public void Linear_interpolation_runs_from_best_to_worst()
    {
        JsonElement inputs = Vectors.Inputs("P4");
        Assert.Equal(
            Vectors.Texts(Vectors.Expected("P4")),
            Scored(new PriceRule(PriceMethod.Linear, inputs.GetProperty("weight").GetDecimal()), 2, Vectors.Numbers(inputs.GetProperty("prices"))));
    }

    [Fact]
    public void A_ceiling_and_a_floor_score_each_bid_by_itself_and_reject_above()
    {
        JsonElement inputs = Vectors.Inputs("P5");
        PriceRule rule = new(PriceMethod.CeilingFloor, inputs.GetProperty("weight").GetDecimal())
        {
            Ceiling = new Money(inputs.GetProperty("ceiling").GetDecimal()),
            Floor = new Money(inputs.GetProperty("floor").GetDecimal()),
            RejectAboveCeiling = true,
        };
        PriceScores scores = PriceScoring.Score(rule, Bids(Vectors.Numbers(inputs.GetProperty("prices"))));
        Assert.Equal(Vectors.Texts(Vectors.Expected("P5")).Take(4), scores.Scores.Take(4).Select(s => s.Score!.Value.ToFixed(2)));
        Assert.True(scores.Scores[4].Rejected);
        Assert.Null(scores.Scores[4].Score);
        Assert.Null(scores.Scores[4].Rank);
        Assert.Equal([1, 1, 3, 4], scores.Scores.Take(4).Select(s => s.Rank));
    }

    [Fact]
    public void Above_a_ceiling_that_does_not_reject_the_score_is_nil()
    {
        PriceRule rule = new(PriceMethod.CeilingFloor, 40) { Ceiling = new Money(6000), Floor = new Money(4000) };
        Assert.Equal(["0.00"], Scored(rule, 2, 6001));
    }

    [Fact]
    public void The_lowest_price_per_quality_point_is_first()
    {
        JsonElement[] rows = [.. Vectors.Inputs("P7").GetProperty("bids").EnumerateArray()];
        PricedBid[] bids = [.. rows.Select(r => new PricedBid(r[0].GetString()!, new Money(r[1].GetDecimal()), (Ratio)r[2].GetDecimal()))];
        PriceScores scores = PriceScoring.Score(new PriceRule(PriceMethod.PricePerQualityPoint, 0), bids);
        foreach (PriceScore score in scores.Scores)
        {
            Assert.Equal(Vectors.Expected("P7").GetProperty(score.Bid).GetString(), score.Score!.Value.ToFixed(2));
        }

        Assert.Equal([2, 3, 1], scores.Scores.Select(s => s.Rank));
    }

    [Fact]
    public void The_differential_falls_to_nil_at_twice_the_lowest() =>
        Assert.Equal(["40.00", "20.00", "0.00", "0.00"], Scored(new PriceRule(PriceMethod.Differential, 40), 2, 100, 150, 200, 300));

    [Fact]
    public void The_mean_scores_half_at_the_mean_and_is_kept_within_bounds() =>
        Assert.Equal(["30.00", "20.00", "10.00"], Scored(new PriceRule(PriceMethod.Mean, 40), 2, 75, 100, 125));

    [Fact]
    public void Half_the_mean_and_cheaper_all_score_full_marks() =>
        Assert.Equal(["40.00", "40.00", "0.00"], Scored(new PriceRule(PriceMethod.Mean, 40), 2, 1, 10, 289));

    [Fact]
    public void A_benchmark_gives_full_marks_at_and_below_it() =>
        Assert.Equal(["40.00", "40.00", "32.00"], Scored(new PriceRule(PriceMethod.Benchmark, 40) { Benchmark = new Money(4000) }, 2, 3000, 4000, 5000));

    [Fact]
    public void A_fixed_price_has_no_score_and_no_rank()
    {
        PriceScore score = PriceScoring.Score(new PriceRule(PriceMethod.FixedPrice, 0), Bids(100)).Scores[0];
        Assert.Null(score.Score);
        Assert.Null(score.Rank);
        Assert.False(score.Rejected);
    }

    [Theory]
    [InlineData(PriceMethod.LowestPrice)]
    [InlineData(PriceMethod.Differential)]
    [InlineData(PriceMethod.Benchmark)]
    public void A_nil_price_is_refused_where_the_method_divides_by_it(PriceMethod method) =>
        Assert.Equal("NIL_PRICE_UNDEFINED", Refusal(new PriceRule(method, 40) { Benchmark = new Money(1) }, Bids(0, 100)));

    [Fact]
    public void A_published_rule_gives_nil_prices_full_marks_and_takes_the_lowest_of_the_others() =>
        Assert.Equal(["40.00", "40.00", "20.00"], Scored(new PriceRule(PriceMethod.LowestPrice, 40) { NilPrice = PriceException.FullMarks }, 2, 0, 100, 200));

    [Fact]
    public void Nil_prices_alone_settle_by_the_rule_too()
    {
        Assert.Equal(["40.00", "40.00"], Scored(new PriceRule(PriceMethod.Mean, 40) { NilPrice = PriceException.FullMarks }, 2, 0, 0));
        Assert.Equal("NIL_PRICE_UNDEFINED", Refusal(new PriceRule(PriceMethod.Mean, 40), Bids(0, 0)));
    }

    [Fact]
    public void Linear_is_defined_for_a_nil_price_so_the_formula_stands() =>
        Assert.Equal(["30.00", "6.00", "0.00"], Scored(new PriceRule(PriceMethod.Linear, 30) { NilPrice = PriceException.FullMarks }, 2, 0, 80, 100));

    [Fact]
    public void Equal_prices_and_a_single_bid_are_refused_under_linear()
    {
        Assert.Equal("EQUAL_PRICES_UNDEFINED", Refusal(new PriceRule(PriceMethod.Linear, 30), Bids(80, 80)));
        Assert.Equal("SINGLE_BID_UNDEFINED", Refusal(new PriceRule(PriceMethod.Linear, 30), Bids(80)));
        Assert.Equal(["30.00", "30.00"], Scored(new PriceRule(PriceMethod.Linear, 30) { SingleBid = PriceException.FullMarks }, 2, 80, 80));
    }

    [Fact]
    public void Quality_of_nil_has_no_price_per_point() =>
        Assert.Equal("ZERO_QUALITY_UNDEFINED", Refusal(new PriceRule(PriceMethod.PricePerQualityPoint, 0), new PricedBid("A", new Money(1), Ratio.Zero)));

    [Fact]
    public void A_rejected_price_is_outside_lowest_highest_and_mean()
    {
        PriceRule Capped(PriceMethod method) => new(method, 40) { Ceiling = new Money(200), RejectAboveCeiling = true };
        Assert.Equal(["40.00", "0.00", "rejected"], Scored(Capped(PriceMethod.Linear), 2, 100, 200, 1000));
        Assert.Equal(["33.33", "6.67", "rejected"], Scored(Capped(PriceMethod.Mean), 2, 100, 200, 1000));
    }

    [Fact]
    public void A_single_bid_gets_full_marks_and_a_warning()
    {
        PriceScores scores = PriceScoring.Score(new PriceRule(PriceMethod.LowestPrice, 40), Bids(9999));
        Assert.Equal("40.00", scores.Scores[0].Score!.Value.ToFixed(2));
        Assert.Equal("SINGLE_BID", Assert.Single(scores.Warnings).Code);
    }

    [Fact]
    public void When_every_price_is_rejected_there_is_nothing_to_score()
    {
        PriceScores scores = PriceScoring.Score(new PriceRule(PriceMethod.Linear, 40) { Ceiling = new Money(1), RejectAboveCeiling = true }, Bids(2, 3));
        Assert.All(scores.Scores, s => Assert.True(s.Rejected));
        Assert.Equal("NO_COMPLIANT_BID", Assert.Single(scores.Warnings).Code);
    }

    [Fact]
    public void Ranks_come_from_exact_scores_and_equals_share()
    {
        PriceScores scores = PriceScoring.Score(new PriceRule(PriceMethod.LowestPrice, 40), Bids(100, 100, 100.0001m, 105));
        Assert.Equal([1, 1, 3, 4], scores.Scores.Select(s => s.Rank));
    }

    [Fact]
    public void A_rule_says_what_it_lacks()
    {
        Assert.Equal(["ceiling", "floor"], new PriceRule(PriceMethod.CeilingFloor, 40).Faults().Select(f => f.Field));
        Assert.Equal(["benchmark"], new PriceRule(PriceMethod.Benchmark, 40).Faults().Select(f => f.Field));
        Assert.Equal("WEIGHT_RANGE", Assert.Single(new PriceRule(PriceMethod.Mean, 100.01m).Faults()).Code);
        Assert.Equal("CEILING_NOT_ABOVE_FLOOR", Assert.Single(new PriceRule(PriceMethod.LowestPrice, 40) { Ceiling = new Money(5), Floor = new Money(5) }.Faults()).Code);
    }
}
