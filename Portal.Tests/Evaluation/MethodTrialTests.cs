using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Trying;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;

namespace Portal.Tests.Evaluation;

/// <summary>What the designer's bench finds wrong with a method before anybody bids under it.</summary>
public sealed class MethodTrialTests
{
    private static LotMethodology Method(PriceMethod method, Func<PriceRule, PriceRule>? also = null)
    {
        PriceRule rule = new(method, 60) { Ceiling = new Money(20_000), Floor = new Money(50), Benchmark = new Money(5_000), SingleBid = PriceException.FullMarks };
        return new LotMethodology("1", [new QualityCriterion("Q1", 40, 40)]) { PriceCriterion = "P", Price = also?.Invoke(rule) ?? rule };
    }

    private static LotBid Bid(string name, decimal quality, decimal price) => new(name, [quality], new Money(price));

    [Fact]
    public void A_losing_bid_that_turns_the_award_round_is_found()
    {
        // Without C: A 60 + 10 = 70, B 40 + 28 = 68. With C at £85: A 51 + 10, B 34 + 28.
        MethodTrial trial = MethodTrial.Of(Method(PriceMethod.LowestPrice), [Bid("A", 10, 100), Bid("B", 28, 150), Bid("C", 0, 85)]);
        Assert.Equal([new RankReversal("C", "A", "B")], trial.Reversals);
        Assert.Empty(MethodTrial.Of(Method(PriceMethod.CeilingFloor), [Bid("A", 10, 100), Bid("B", 28, 150), Bid("C", 0, 85)]).Reversals);
    }

    [Fact]
    public void A_mean_is_gamed_by_a_dummy_bid_and_an_absolute_method_is_not()
    {
        LotBid[] bids = [Bid("A", 20, 5000), Bid("B", 28, 6000)];
        MethodTrial mean = MethodTrial.Of(Method(PriceMethod.Mean), bids);
        Assert.Equal("A", mean.Outcome.Winner);
        Assert.Contains(mean.Dummies, d => d.ChangesTheWinner && d.WinnerAfter == "B" && d.Price == new Money(18_000));
        Assert.All(MethodTrial.Of(Method(PriceMethod.CeilingFloor), bids).Dummies, d => Assert.True(d.Shift.IsZero && !d.ChangesTheWinner));
    }

    [Fact]
    public void Rounding_each_part_makes_a_winner_of_an_exact_tie()
    {
        // 10 × 1/3 twice and 10 × 2/3 once are the same; in whole points they are 3 + 3 and 7.
        LotMethodology thirds = new("1", [new QualityCriterion("Q1", 10, 3), new QualityCriterion("Q2", 10, 3), new QualityCriterion("Q3", 80, 4)]);
        MethodTrial trial = MethodTrial.Of(thirds, [new LotBid("A", [1, 1, 2], null), new LotBid("B", [2, 0, 2], null)]);
        Assert.Null(trial.Roundings[0].First);
        Assert.Equal("B", trial.Roundings.Single(r => r.How.StartsWith("Each part rounded to whole", StringComparison.Ordinal)).First);
        Assert.Null(trial.Roundings.Single(r => r.How == "Totals rounded to 2 places").First);
    }

    [Theory]
    [InlineData(PriceMethod.LowestPrice)]
    [InlineData(PriceMethod.Linear)]
    [InlineData(PriceMethod.Differential)]
    [InlineData(PriceMethod.Mean)]
    [InlineData(PriceMethod.CeilingFloor)]
    [InlineData(PriceMethod.Benchmark)]
    public void The_curve_never_rises_with_the_price(PriceMethod method)
    {
        Ratio[] scores = [.. MethodTrial.Of(Method(method), [Bid("A", 20, 5000), Bid("B", 28, 6000)]).Curve.Points.Select(p => p.Score!.Value)];
        Assert.Equal(21, scores.Length);
        Assert.All(scores.Zip(scores.Skip(1)), pair => Assert.True(pair.Second <= pair.First));
        Assert.All(scores, s => Assert.True(s >= 0 && s <= 60));
    }

    [Fact]
    public void A_price_above_a_ceiling_that_rejects_has_no_place_on_the_curve()
    {
        PriceCurve curve = MethodTrial.Of(Method(PriceMethod.CeilingFloor, r => r with { Ceiling = new Money(6500), RejectAboveCeiling = true }), [Bid("A", 20, 5000), Bid("B", 28, 6000)]).Curve;
        Assert.All(curve.Points, p => Assert.Equal(p.Price > new Money(6500), p.Score is null));
    }

    [Theory]
    [InlineData(PriceMethod.LowestPrice, "60 × £4,500 ÷ £5,750")]
    [InlineData(PriceMethod.Benchmark, "60 × the lesser of 1 and £5,000 ÷ £5,750")]
    [InlineData(PriceMethod.Linear, "60 × (£5,750 − £5,750) ÷ (£5,750 − £4,500)")]
    [InlineData(PriceMethod.CeilingFloor, "60 × (£20,000 − £5,750) ÷ (£20,000 − £50), from 0 to 60")]
    public void The_worked_example_shows_the_sum_of_every_point(PriceMethod method, string second)
    {
        WorkedExample example = WorkedExample.Of(Method(method));
        Assert.Equal("40 × 32 ÷ 40", example.Bids[0].Lines[0].Working);
        Assert.Equal(second, example.Bids[1].Lines[^1].Working);
        Assert.Equal([1, 2, 3], example.Bids.Select(b => b.Rank!.Value).Order());
    }

    public static TheoryData<string, string> Undefined => new()
    {
        { "METHOD_UNDEFINED_NIL", "lowestPrice" },
        { "METHOD_UNDEFINED_NIL", "differential" },
        { "METHOD_UNDEFINED_NIL", "benchmark" },
        { "METHOD_UNDEFINED_NIL", "mean" },
        { "METHOD_UNDEFINED_EQUAL", "linear" },
    };

    [Theory]
    [MemberData(nameof(Undefined))]
    public void A_method_that_is_undefined_for_bids_the_documents_allow_is_not_published(string code, string method)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()));
        PriceMethodChoice choice = new() { AssessedLine = "core", Method = method, NilPriceRule = null, Benchmark = new Money(5000) };
        tender.ChangeLot("1", "prices", lot => lot.PriceBy(lot.PriceLines, choice));
        RuleBroken refused = Assert.Throws<RuleBroken>(() => tender.Publish(ATender.Now));
        Reason reason = Assert.Single(refused.Reasons, r => r.Code == code);
        Assert.Contains(reason.Rule, (string[])["C2-13", "C1-02"]);

        tender.ChangeLot("1", "prices", lot => lot.PriceBy(lot.PriceLines, choice with { NilPriceRule = "refuse", SingleBidRule = "fullMarks" }));
        tender.Publish(ATender.Now);
        Assert.Equal(TenderStage.Open, tender.Stage);
    }

    [Fact]
    public void Price_for_each_quality_point_needs_a_minimum_that_rules_out_nought()
    {
        Tender tender = ATender.Ready(ATender.Commissioner(Id.New<OrganisationId>()));
        tender.ChangeLot("1", "criteria", lot =>
        {
            lot.AssessBy([.. lot.Criteria.Select(c => c.Kind == CriterionKind.Price ? c with { Weight = 0 } : c with { Weight = 50, Minimum = null })]);
            lot.PriceBy(lot.PriceLines, new PriceMethodChoice { AssessedLine = "core", Method = "pricePerQualityPoint" });
        });
        Assert.Equal(["METHOD_UNDEFINED_QUALITY"], tender.WhatBlocksPublication(ATender.Now).Select(r => r.Code));
        tender.ChangeLot("1", "criteria", lot => lot.AssessBy([.. lot.Criteria.Select(c => c.Code == "Q1" ? c with { Minimum = 1 } : c)]));
        Assert.Empty(tender.WhatBlocksPublication(ATender.Now));
    }
}
