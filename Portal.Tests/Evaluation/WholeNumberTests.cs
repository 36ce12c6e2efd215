using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Tests.Evaluation;

/// <summary>The evaluation counts in machine words where it can; totals, ranks and places are those of fractions of any size, also where weights, scales and prices fit no machine word.</summary>
public sealed class WholeNumberTests
{
    private static readonly decimal[] Prices = [0.01m, 0.3333m, 3000m, 3000.01m, 4999.9999m, 5000m, 6500.25m, 9_999_999_999.99m, 123_456_789_012_345.6789m, 79_228_162_514_264.0001m];
    private static readonly decimal[] Splits = [0.5m, 0.25m, 0.3333333333m, 0.12345678901234567890123456m, 0m];

    private static readonly Gen<(LotMethodology Methodology, LotBid[] Bids)> AnyLot =
        from method in Gen.Elements(Enum.GetValues<PriceMethod>())
        from weight in Gen.Elements(0m, 20m, 33.3333m, 40m)
        from split in Gen.Elements(Splits)
        from scales in Gen.Elements(3m, 5m, 7m, 10m, 97m).Two()
        from minimum in Gen.Choose(0, 2)
        from ties in Gen.Elements(TiesOn.Exact, TiesOn.Rounded)
        from decimals in Gen.Choose(0, 7)
        from count in Gen.Choose(1, 8)
        from scores in Gen.Choose(0, 3).ListOf(count * 2)
        from prices in Gen.Elements(Prices).ListOf(count)
        select (Methodology(method, weight, split, scales, minimum) with { TiesOn = ties, Decimals = decimals }, Bids([.. scores], [.. prices]));

    private static LotMethodology Methodology(PriceMethod method, decimal weight, decimal split, (decimal One, decimal Two) scales, int minimum)
    {
        PriceRule rule = new(method, weight) { Ceiling = new Money(7000), Floor = new Money(3000), Benchmark = new Money(4000), SingleBid = PriceException.FullMarks };
        decimal quality = rule.CarriesNoWeight ? 100 : 100 - weight;
        return new LotMethodology("1", [new QualityCriterion("Q1", quality * split, scales.One, minimum), new QualityCriterion("Q2", quality - (quality * split), scales.Two)])
        {
            PriceCriterion = "P",
            Price = rule.CarriesNoWeight ? rule with { Weight = 0 } : rule,
        };
    }

    private static LotBid[] Bids(int[] scores, decimal[] prices) => [.. prices.Select((price, i) => new LotBid($"B{i}", [scores[i], scores[i + prices.Length]], new Money(price)))];

    /// <summary>Every compliant bid's total, worked out in fractions from the published formulas alone.</summary>
    private static Dictionary<string, Ratio> Totals(LotMethodology methodology, LotBid[] bids)
    {
        PricedBid[] set = [.. bids.Where(b => !methodology.Quality.Zip(b.Scores).Any(q => q.First.Fails(q.Second)) && !methodology.Price!.Rejects(b.Price!.Value)).Select(b => new PricedBid(b.Bid, b.Price!.Value, QualityOf(methodology, b)))];
        PricePool pool = PricePool.Of(set);
        return set.ToDictionary(b => b.Bid, b => PriceScoring.Exact(methodology.Price!, pool, b) is { } score ? (methodology.LowestWins ? score : b.Quality!.Value + score) : b.Quality!.Value);
    }

    private static Ratio QualityOf(LotMethodology methodology, LotBid bid) => Ratio.Sum(methodology.Quality.Zip(bid.Scores, (c, s) => c.Points(s)));

    private static Ratio Key(LotMethodology methodology, Ratio total) => methodology.TiesOn == TiesOn.Exact ? total : total.Rounded(methodology.Decimals);

    private static bool Agrees(LotMethodology methodology, LotBid[] bids, LotOutcome outcome)
    {
        Dictionary<string, Ratio> totals = Totals(methodology, bids);
        return outcome.Ranking.Count == totals.Count
            && outcome.Ranking.All(r => r.Total == totals[r.Bid] && r.Rank == RankOf(methodology, totals, outcome, r.Bid))
            && outcome.InLine.SelectMany(place => place).Select(b => Key(methodology, totals[b])).SequenceEqual(totals.Values.Select(t => Key(methodology, t)).Order(Best(methodology)));
    }

    private static int RankOf(LotMethodology methodology, Dictionary<string, Ratio> totals, LotOutcome outcome, string bid)
    {
        int before = totals.Values.Count(t => Best(methodology).Compare(Key(methodology, t), Key(methodology, totals[bid])) < 0);
        return before == 0 && outcome.Winner is { } winner && winner != bid ? 2 : before + 1;
    }

    private static Comparer<Ratio> Best(LotMethodology methodology) => Comparer<Ratio>.Create((a, b) => methodology.LowestWins ? a.CompareTo(b) : b.CompareTo(a));

    [Fact]
    public void Totals_ranks_and_line_are_those_of_fractions_of_any_size() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Arb.From(AnyLot), lot =>
        {
            try
            {
                return Agrees(lot.Methodology, lot.Bids, LotEvaluation.Evaluate(lot.Methodology, lot.Bids));
            }
            catch (RuleBroken)
            {
                return true;
            }
        }));

    private static readonly Gen<Ratio> AnyRatio =
        from above in Gen.OneOf(Gen.Choose(-40, 4000).Select(i => (long)i), Gen.Elements(long.MaxValue, long.MaxValue - 1, 1L << 62, 3_037_000_500L))
        from below in Gen.OneOf(Gen.Choose(1, 700).Select(i => (long)i), Gen.Elements(long.MaxValue, 1L << 61, 999_999_937L))
        select Ratio.Of(above, below);

    [Fact]
    public void A_sum_not_in_lowest_terms_is_the_sum_and_has_its_millionths() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Arb.From(AnyRatio.Three()), three =>
        {
            (Ratio a, Ratio b, Ratio c) = three;
            Ratio sum = a + b - c;
            Unreduced ours = Unreduced.Of(a) + Unreduced.Of(b) + -Unreduced.Of(c);
            bool millionths = ours.Millionths is not { } whole || ((Ratio)(decimal)whole / 1_000_000m <= sum && sum < (Ratio)((decimal)whole + 1) / 1_000_000m);
            return ours.Exact == sum && millionths && (sum.Sign >= 0 || ours.Millionths is null);
        }));

    [Fact]
    public void A_ratio_divided_by_a_price_is_the_quotient() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Arb.From(AnyRatio), Arb.From(Gen.Elements(Prices)), (ratio, price) => Unreduced.Divided(ratio, price).Exact == ratio / price));
}
