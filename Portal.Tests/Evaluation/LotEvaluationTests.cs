using System.Text.Json;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Tests.Evaluation;

public sealed class LotEvaluationTests
{
    private static readonly PriceRule Forty = new(PriceMethod.LowestPrice, 40);

    private static readonly LotMethodology Simple = new("1", [new QualityCriterion("Q1", 60, 5, 2)]) { PriceCriterion = "P", Price = Forty };

    private static LotBid Bid(string name, decimal price, params decimal[] scores) => new(name, scores, new Money(price));

    private static string Total(LotOutcome outcome, string bid) => outcome.Ranking.Single(r => r.Bid == bid).Total.ToFixed(2);

    private static (LotMethodology Methodology, LotBid[] Bids) Published()
    {
        JsonElement inputs = Vectors.Inputs("P10");
        JsonElement[] criteria = [.. inputs.GetProperty("criteria").EnumerateArray()];
        QualityCriterion[] quality = [.. criteria.Where(c => c.TryGetProperty("scale", out _)).Select(c => new QualityCriterion(
            c.GetProperty("id").GetString()!,
            c.GetProperty("weight").GetDecimal(),
            c.GetProperty("scale").GetDecimal(),
            c.TryGetProperty("minimum", out JsonElement minimum) ? minimum.GetDecimal() : null))];
        LotBid[] bids = [.. inputs.GetProperty("bids").EnumerateObject().Select(b =>
            Bid(b.Name, b.Value.GetProperty("price").GetDecimal(), [.. quality.Select(q => b.Value.GetProperty(q.Id).GetDecimal())]))];
        return (new LotMethodology("1", quality) { PriceCriterion = "Price", Price = Forty }, bids);
    }

    [Fact]
    public void A_bid_below_a_minimum_is_out_before_prices_are_scored()
    {
        (LotMethodology methodology, LotBid[] bids) = Published();
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
        JsonElement expected = Vectors.Expected("P10");
        Assert.Equal(expected.GetProperty("winner").GetString(), outcome.Winner);
        Assert.Equal(("C", "Q1"), (outcome.Disqualified[0].Bid, outcome.Disqualified[0].Criterion));
        foreach (RankedBid ranked in outcome.Ranking)
        {
            JsonElement own = expected.GetProperty(ranked.Bid);
            Assert.Equal(own.GetProperty("total").GetString(), ranked.Total.ToFixed(2));
            Assert.All(ranked.Parts, p => Assert.Equal(own.GetProperty(p.Key).GetString(), p.Value.ToFixed(2)));
        }
    }

    [Fact]
    public void Left_in_the_pool_the_same_bid_would_have_moved_every_price_score()
    {
        (LotMethodology methodology, LotBid[] bids) = Published();
        LotMethodology without = methodology with { Quality = [.. methodology.Quality.Select(q => q with { Minimum = null })] };
        LotOutcome outcome = LotEvaluation.Evaluate(without, bids);
        JsonElement wrong = Vectors.Expected("P10").GetProperty("if C were wrongly left in the price pool");
        Assert.Equal(wrong.GetProperty("A").GetProperty("total").GetString(), Total(outcome, "A"));
        Assert.Equal(wrong.GetProperty("B").GetProperty("total").GetString(), Total(outcome, "B"));
    }

    [Fact]
    public void The_margin_and_the_single_steps_that_change_the_winner_are_shown()
    {
        (LotMethodology methodology, LotBid[] bids) = Published();
        SensitivityView view = LotEvaluation.Evaluate(methodology, bids).Sensitivity;
        Assert.Equal("7.25", view.Margin!.Value.ToFixed(2));
        WinnerChange change = Assert.Single(view.WinnerChangesIf, c => c.Bid == "C");
        Assert.Equal(new WinnerChange("Q1", "C", 2, 3, "C"), change);
    }

    [Fact]
    public void Every_step_reported_gives_that_winner_when_it_is_really_taken()
    {
        (LotMethodology methodology, LotBid[] bids) = Published();
        foreach (WinnerChange change in LotEvaluation.Evaluate(methodology, bids).Sensitivity.WinnerChangesIf)
        {
            int place = methodology.Quality.Index().Single(q => q.Item.Id == change.Criterion).Index;
            LotBid[] moved = [.. bids.Select(b => b.Bid == change.Bid ? b with { Scores = [.. b.Scores.Select((s, i) => i == place ? change.To : s)] } : b)];
            Assert.Equal(change.Winner, LotEvaluation.Evaluate(methodology, moved).Winner);
        }
    }

    [Fact]
    public void Every_failed_minimum_is_listed_and_a_price_above_the_ceiling_under_the_price_criterion()
    {
        LotMethodology methodology = new("1", [new QualityCriterion("Q1", 30, 5, 3), new QualityCriterion("Q2", 30, 5, 3)])
        {
            PriceCriterion = "P",
            Price = Forty with { Ceiling = new Money(6000), RejectAboveCeiling = true },
        };
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, [Bid("A", 5000, 2, 2), Bid("B", 6001, 5, 5), Bid("C", 6000, 3, 3)]);
        Assert.Equal([("A", "Q1"), ("A", "Q2"), ("B", "P")], outcome.Disqualified.Select(d => (d.Bid, d.Criterion)));
        Assert.Equal("C", outcome.Winner);
        Assert.Equal("40.00", outcome.Ranking[0].Parts["P"].ToFixed(2));
        Assert.Equal("SINGLE_BID", Assert.Single(outcome.Warnings).Code);
        Assert.Null(outcome.Sensitivity.Margin);
    }

    [Theory]
    [InlineData(TieRung.HigherQualityTotal, "B")]
    [InlineData(TieRung.HeaviestCriterion, "B")]
    [InlineData(TieRung.LowerPrice, "A")]
    public void The_first_rung_that_separates_settles_a_tie(TieRung rung, string winner)
    {
        // 60 × 4/5 + 40 = 88; 60 × 5/5 + 40 × 7/10 = 88.
        LotOutcome outcome = LotEvaluation.Evaluate(Simple with { TieLadder = [rung, TieRung.Refer] }, [Bid("A", 7000, 4), Bid("B", 10000, 5), Bid("C", 8750, 2)]);
        Assert.Equal(winner, outcome.Winner);
        Assert.Equal(rung, outcome.Tie!.SettledBy);
        Assert.Equal(["A", "B"], outcome.Tie.Bids);
        Assert.Equal([1, 2, 3], outcome.Ranking.Select(r => r.Rank));
        Assert.Equal(winner, outcome.Ranking[0].Bid);
    }

    [Fact]
    public void A_tie_that_nothing_settles_is_referred_and_has_no_winner()
    {
        LotOutcome outcome = LotEvaluation.Evaluate(Simple with { TieLadder = [TieRung.Refer, TieRung.LowerPrice] }, [Bid("A", 7000, 4), Bid("B", 10000, 5)]);
        Assert.Null(outcome.Winner);
        Assert.Null(outcome.Tie!.SettledBy);
        Assert.All(outcome.Ranking, r => Assert.Equal(1, r.Rank));
    }

    [Fact]
    public void The_next_rung_looks_only_at_those_the_last_one_kept()
    {
        // All total 88; A has the lowest price but least quality: once quality keeps B and C, the price chooses among those two.
        LotBid[] bids = [Bid("A", 7000, 4), Bid("B", 10000, 5), Bid("C", 10000, 5)];
        LotOutcome outcome = LotEvaluation.Evaluate(Simple with { TieLadder = [TieRung.HigherQualityTotal, TieRung.LowerPrice] }, bids);
        Assert.Null(outcome.Winner);
        Assert.Equal(["A", "B", "C"], outcome.Tie!.Bids);
        Assert.Equal([1, 1, 1], outcome.Ranking.Select(r => r.Rank));
    }

    [Fact]
    public void Ties_are_judged_on_the_rounded_total_unless_published_as_exact()
    {
        LotMethodology quality = new("1", [new QualityCriterion("Q1", 100, 100_000)]) { Decimals = 2 };
        LotBid[] bids = [new("A", [50_001], null), new("B", [50_004], null)];
        Assert.Null(LotEvaluation.Evaluate(quality, bids).Winner);
        Assert.Equal("B", LotEvaluation.Evaluate(quality with { TiesOn = TiesOn.Exact }, bids).Winner);
        Assert.Equal("B", LotEvaluation.Evaluate(quality with { TieLadder = [TieRung.HigherQualityTotal] }, bids).Winner);
    }

    [Fact]
    public void Lower_equals_share_a_rank()
    {
        LotOutcome outcome = LotEvaluation.Evaluate(Simple, [Bid("A", 7000, 5), Bid("B", 8000, 3), Bid("C", 8000, 3), Bid("D", 9000, 2)]);
        Assert.Equal([1, 2, 2, 4], outcome.Ranking.Select(r => r.Rank));
        Assert.Null(outcome.Tie);
    }

    [Fact]
    public void A_settled_tie_of_three_leaves_two_seconds_and_a_fourth()
    {
        LotBid[] bids = [Bid("A", 7000, 4), Bid("B", 10000, 5), Bid("C", 10000, 5), Bid("D", 14000, 2)];
        LotOutcome outcome = LotEvaluation.Evaluate(Simple with { TieLadder = [TieRung.LowerPrice] }, bids);
        Assert.Equal("A", outcome.Winner);
        Assert.Equal([1, 2, 2, 4], outcome.Ranking.Select(r => r.Rank));
    }

    [Fact]
    public void Price_per_quality_point_takes_the_lowest_ratio_and_a_minimum_keeps_poor_quality_out()
    {
        LotMethodology methodology = new("1", [new QualityCriterion("Q", 100, 100)]) { PriceCriterion = "P", Price = new PriceRule(PriceMethod.PricePerQualityPoint, 0) };
        LotBid[] bids = [Bid("A", 100000, 80), Bid("B", 90000, 70), Bid("C", 60000, 50)];
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
        Assert.Equal("C", outcome.Winner);
        Assert.Equal("1285.71", Total(outcome, "B"));
        Assert.Equal([1, 2, 3], outcome.Ranking.Select(r => r.Rank));
        LotMethodology withMinimum = methodology with { Quality = [new QualityCriterion("Q", 100, 100, 60)] };
        Assert.Equal("A", LotEvaluation.Evaluate(withMinimum, bids).Winner);
    }

    [Fact]
    public void A_fixed_price_leaves_quality_alone()
    {
        LotMethodology methodology = new("1", [new QualityCriterion("Q", 100, 5)]) { PriceCriterion = "P", Price = new PriceRule(PriceMethod.FixedPrice, 0) };
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, [new LotBid("A", [4], null), new LotBid("B", [3], null)]);
        Assert.Equal("80.00", Total(outcome, "A"));
        Assert.Equal("A", outcome.Winner);
    }

    [Fact]
    public void A_bid_strictly_below_the_percentage_of_the_mean_of_the_others_is_flagged()
    {
        LotMethodology methodology = Simple with { AbnormallyLowPercent = 80 };
        Assert.Equal(["C"], LotEvaluation.Evaluate(methodology, [Bid("A", 5000, 5), Bid("B", 5000, 5), Bid("C", 3999.99m, 5)]).AbnormallyLow);
        Assert.Empty(LotEvaluation.Evaluate(methodology, [Bid("A", 5000, 5), Bid("B", 5000, 5), Bid("C", 4000, 5)]).AbnormallyLow);
    }

    [Fact]
    public void A_step_that_would_leave_the_method_undefined_is_named_and_never_guessed()
    {
        LotMethodology linear = Simple with { Price = new PriceRule(PriceMethod.Linear, 40) };
        LotOutcome outcome = LotEvaluation.Evaluate(linear, [Bid("A", 5000, 5), Bid("B", 6000, 2)]);
        Assert.Equal("SENSITIVITY_UNDEFINED", Assert.Single(outcome.Warnings).Code);
    }

    [Fact]
    public void When_all_bids_fail_there_is_no_winner_and_a_warning()
    {
        LotOutcome outcome = LotEvaluation.Evaluate(Simple, [Bid("A", 5000, 1)]);
        Assert.Empty(outcome.Ranking);
        Assert.Null(outcome.Winner);
        Assert.Null(outcome.Tie);
        Assert.Equal("NO_COMPLIANT_BID", Assert.Single(outcome.Warnings).Code);
        Assert.Equal(new WinnerChange("Q1", "A", 1, 2, "A"), Assert.Single(outcome.Sensitivity.WinnerChangesIf));
    }

    [Theory]
    [InlineData(3.5)]
    [InlineData(6)]
    [InlineData(-1)]
    public void A_consensus_score_off_the_published_scale_is_refused(double score) =>
        Assert.Equal("SCORE_OFF_SCALE", Assert.Throws<RuleBroken>(() => LotEvaluation.Evaluate(Simple, [Bid("A", 1, (decimal)score)])).Reasons[0].Code);

    [Fact]
    public void Weights_that_miss_a_hundred_by_a_hundredth_are_refused() =>
        Assert.Equal("WEIGHTS_NOT_100", Assert.Single((Simple with { Price = Forty with { Weight = 39.99m } }).Faults()).Code);

    [Fact]
    public void A_price_per_quality_point_carries_no_weight() =>
        Assert.Equal("PRICE_WEIGHT_NOT_ZERO", Assert.Single((Simple with { Price = new PriceRule(PriceMethod.PricePerQualityPoint, 40) }).Faults()).Code);
}
