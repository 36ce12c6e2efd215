using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Tests.Evaluation;

/// <summary>What must hold for any lot: made by chance, a few hundred at a time.</summary>
public sealed class EvaluationPropertyTests
{
    private static readonly PriceMethod[] Relative = [PriceMethod.LowestPrice, PriceMethod.Linear, PriceMethod.Differential, PriceMethod.Mean, PriceMethod.CeilingFloor, PriceMethod.Benchmark];

    /// <summary>A lot of one to seven bids on three criteria, with a minimum and any weighted price method.</summary>
    private static readonly Gen<(LotMethodology Methodology, LotBid[] Bids)> AnyLot =
        from method in Gen.Elements(Relative)
        from priceWeight in Gen.Choose(0, 60)
        from split in Gen.Choose(0, 100 - priceWeight)
        from minimum in Gen.Choose(0, 2)
        from count in Gen.Choose(1, 7)
        from scores in Gen.Choose(0, 5).ListOf(count * 2)
        from prices in Gen.Choose(1, 900_000).ListOf(count)
        from rungs in Gen.Elements(TieRung.HeaviestCriterion, TieRung.LowerPrice, TieRung.HigherQualityTotal, TieRung.Refer).ListOf(2)
        select (Methodology(method, priceWeight, split, minimum, rungs), Bids(count, scores, prices));

    private static LotMethodology Methodology(PriceMethod method, int priceWeight, int split, int minimum, IEnumerable<TieRung> rungs) =>
        new("1", [new QualityCriterion("Q1", split, 5, minimum), new QualityCriterion("Q2", 100 - priceWeight - split, 5)])
        {
            PriceCriterion = "P",
            TieLadder = [.. rungs],
            AbnormallyLowPercent = 80,
            Price = new PriceRule(method, priceWeight)
            {
                Ceiling = new Money(7000),
                Floor = new Money(3000),
                Benchmark = new Money(4000),
                SingleBid = PriceException.FullMarks,
            },
        };

    private static LotBid[] Bids(int count, IEnumerable<int> scores, IEnumerable<int> prices)
    {
        int[] given = [.. scores];
        return [.. prices.Select((price, i) => new LotBid($"B{i}", [given[i], given[i + count]], new Money(price / 100m)))];
    }

    private static void Holds(Func<LotMethodology, LotBid[], bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Arb.From(AnyLot), lot => property(lot.Methodology, lot.Bids)));

    private static string Shape(LotOutcome outcome) => string.Join(
        "|",
        outcome.Ranking.Select(r => $"{r.Rank}:{r.Bid}={r.Total}")
            .Concat(outcome.Disqualified.Select(d => $"{d.Bid}-{d.Criterion}"))
            .Concat(outcome.Sensitivity.WinnerChangesIf.Select(c => c.ToString()))
            .Concat(outcome.AbnormallyLow)
            .Append($"{outcome.Winner} {outcome.Sensitivity.Margin}"));

    [Fact]
    public void The_exact_parts_add_up_to_the_exact_total() =>
        Holds((methodology, bids) => LotEvaluation.Evaluate(methodology, bids).Ranking.All(r => Ratio.Sum(r.Parts.Values) == r.Total));

    [Fact]
    public void The_order_of_the_bids_changes_nothing() =>
        Holds((methodology, bids) => Shape(LotEvaluation.Evaluate(methodology, bids)) == Shape(LotEvaluation.Evaluate(methodology, [.. bids.Reverse()])));

    [Fact]
    public void A_dearer_price_of_ones_own_never_scores_better() =>
        Holds((methodology, bids) =>
        {
            LotBid[] dearer = [.. bids.Select((b, i) => i == 0 ? b with { Price = b.Price!.Value + new Money(250) } : b)];
            Ratio? before = PartOf(LotEvaluation.Evaluate(methodology, bids), "B0");
            Ratio? after = PartOf(LotEvaluation.Evaluate(methodology, dearer), "B0");
            return before is null || after <= before;
        });

    [Fact]
    public void The_same_prices_in_another_unit_give_the_same_scores() =>
        Holds((methodology, bids) =>
        {
            PriceRule rule = methodology.Price!;
            LotMethodology scaled = methodology with
            {
                Price = rule with { Ceiling = Times(rule.Ceiling), Floor = Times(rule.Floor), Benchmark = Times(rule.Benchmark) },
            };
            return Shape(LotEvaluation.Evaluate(methodology, bids)) == Shape(LotEvaluation.Evaluate(scaled, [.. bids.Select(b => b with { Price = Times(b.Price) })]));
        });

    [Fact]
    public void Scores_stay_between_nil_and_the_weight() =>
        Holds((methodology, bids) => LotEvaluation.Evaluate(methodology, bids).Ranking.All(r => r.Parts["P"] >= 0 && r.Parts["P"] <= methodology.Price!.Weight));

    [Fact]
    public void The_quick_sensitivity_agrees_with_evaluating_every_step_afresh() =>
        Holds((methodology, bids) =>
        {
            LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
            return outcome.Sensitivity.WinnerChangesIf.Select(c => c.ToString()).Order().SequenceEqual(Afresh(methodology, bids, outcome.Winner).Order());
        });

    private static IEnumerable<string> Afresh(LotMethodology methodology, LotBid[] bids, string? winner) =>
        from bid in bids
        from criterion in methodology.Quality.Index()
        from step in new[] { -1m, 1m }
        let score = bid.Scores[criterion.Index]
        where criterion.Item.IsOnScale(score + step)
        let moved = bid with { Scores = [.. bid.Scores.Select((s, i) => i == criterion.Index ? s + step : s)] }
        let then = LotEvaluation.Evaluate(methodology, [.. bids.Select(b => b == bid ? moved : b)]).Winner
        where then != winner
        select new WinnerChange(criterion.Item.Id, bid.Bid, score, score + step, then).ToString();

    private static Ratio? PartOf(LotOutcome outcome, string bid) => outcome.Ranking.FirstOrDefault(r => r.Bid == bid)?.Parts["P"];

    private static Money? Times(Money? money) => money is { } amount ? new Money(amount.Amount * 7) : null;
}
