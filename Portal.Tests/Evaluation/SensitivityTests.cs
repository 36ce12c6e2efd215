using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Tests.Evaluation;

/// <summary>The quick ways of the evaluation give what the long ways give: sensitivity beside a whole evaluation for each step, sums in whole numbers beside sums of fractions, machine words beside numbers of any size.</summary>
public sealed class SensitivityTests
{
    private static readonly decimal[] Prices = [0m, 3000m, 3000.5m, 4000m, 5000m, 6500m, 7200m];

    /// <summary>Few scores and few prices, so that ties, shared lowest prices, nil prices and bids on the edge of a minimum or a ceiling are common.</summary>
    private static readonly Gen<(LotMethodology Methodology, LotBid[] Bids)> CrowdedLot =
        from method in Gen.Elements(Enum.GetValues<PriceMethod>())
        from weight in Gen.Elements(20, 40, 33)
        from minimum in Gen.Choose(0, 2)
        from nil in Gen.Elements(PriceException.Refuse, PriceException.FullMarks)
        from rejects in Gen.Elements(true, false)
        from exact in Gen.Elements(TiesOn.Exact, TiesOn.Rounded)
        from rungs in Gen.Elements(TieRung.HeaviestCriterion, TieRung.LowerPrice, TieRung.HigherQualityTotal, TieRung.Refer).ListOf(2)
        from count in Gen.Choose(1, 6)
        from scores in Gen.Choose(0, 3).ListOf(count * 2)
        from prices in Gen.Elements(Prices).ListOf(count)
        select (Methodology(method, weight, minimum, nil, rejects) with { TiesOn = exact, TieLadder = [.. rungs] }, Bids([.. scores], [.. prices]));

    private static LotMethodology Methodology(PriceMethod method, int weight, int minimum, PriceException nil, bool rejects)
    {
        PriceRule rule = new(method, weight) { Ceiling = new Money(7000), Floor = new Money(3000), Benchmark = new Money(4000), SingleBid = PriceException.FullMarks, NilPrice = nil, RejectAboveCeiling = rejects };
        decimal quality = rule.CarriesNoWeight ? 100 : 100 - weight;
        return new LotMethodology("1", [new QualityCriterion("Q1", quality / 4, 3, minimum), new QualityCriterion("Q2", quality - (quality / 4), 3)])
        {
            PriceCriterion = "P",
            Decimals = 1,
            Price = rule.CarriesNoWeight ? rule with { Weight = 0 } : rule,
        };
    }

    private static LotBid[] Bids(int[] scores, decimal[] prices) => [.. prices.Select((price, i) => new LotBid($"B{i}", [scores[i], scores[i + prices.Length]], new Money(price)))];

    private static LotOutcome? Outcome(LotMethodology methodology, LotBid[] bids)
    {
        try
        {
            return LotEvaluation.Evaluate(methodology, bids);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    /// <summary>Every step of every score, each by an evaluation of its own.</summary>
    private static (WinnerChange[] Changes, int Undefined) Slowly(LotMethodology methodology, LotBid[] bids, LotOutcome outcome)
    {
        List<WinnerChange> changes = [];
        int undefined = 0;
        foreach (LotBid bid in bids.OrderBy(b => b.Bid, StringComparer.Ordinal))
        {
            foreach ((int place, int step) in from place in Enumerable.Range(0, bid.Scores.Count) from step in (int[])[-1, 1] where bid.Scores[place] + step is >= 0 and <= 3 select (place, step))
            {
                decimal[] moved = [.. bid.Scores];
                moved[place] += step;
                LotOutcome? then = Outcome(methodology, [.. bids.Select(b => b == bid ? bid with { Scores = moved } : b)]);
                undefined += then is null ? 1 : 0;
                if (then is not null && then.Winner != outcome.Winner)
                {
                    changes.Add(new WinnerChange(methodology.Quality[place].Id, bid.Bid, bid.Scores[place], moved[place], then.Winner));
                }
            }
        }

        return ([.. changes], undefined);
    }

    [Fact]
    public void Sensitivity_finds_what_a_whole_evaluation_for_each_step_finds() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Arb.From(CrowdedLot), lot =>
        {
            if (Outcome(lot.Methodology, lot.Bids) is not { } outcome)
            {
                return true;
            }

            (WinnerChange[] changes, int undefined) = Slowly(lot.Methodology, lot.Bids, outcome);
            return changes.SequenceEqual(outcome.Sensitivity.WinnerChangesIf) && undefined == outcome.Warnings.Count(w => w.Code == "SENSITIVITY_UNDEFINED");
        }));

    [Theory]
    [InlineData("12.5", "3", "4")]
    [InlineData("33.333333333333", "7", "6.5")]
    [InlineData("0.1234567890123456789012345", "9.87654321098765432109876", "3.3")]
    public void A_quality_total_in_whole_numbers_is_the_sum_of_its_parts(string weight, string scale, string score)
    {
        static decimal Of(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        LotMethodology methodology = new("1", [new QualityCriterion("Q1", Of(weight), Of(scale)), new QualityCriterion("Q2", 60, 5), new QualityCriterion("Q3", 0, 10)]);
        decimal[] scores = [Of(score), 4, 7];
        Assert.Equal(Ratio.Sum(methodology.Quality.Zip(scores, (c, s) => c.Points(s))), QualityPoints.Of(methodology).Total(AgreedScores.Of(scores)));
    }

    private static readonly Gen<long> AnyLong = Gen.OneOf(Gen.Choose(-30, 30).Select(i => (long)i), Gen.Choose(int.MinValue, int.MaxValue).Two().Select(p => ((long)p.Item1 << 32) | (uint)p.Item2), Gen.Elements(long.MaxValue, -long.MaxValue, 1L << 62, 3_037_000_500L));

    /// <summary>A fraction with large parts, made by dividing, and the same in numbers of any size.</summary>
    private static (Ratio Ours, BigInteger Above, BigInteger Below) Fraction(long above, long below)
    {
        BigInteger down = below == 0 ? 1 : below;
        return (Ratio.Parse($"{above}/{BigInteger.Abs(down)}"), above, BigInteger.Abs(down));
    }

    private static bool Same(Ratio ours, BigInteger above, BigInteger below) =>
        ours.Denominator > 0 && BigInteger.GreatestCommonDivisor(ours.Numerator, ours.Denominator) == 1 && ours.Numerator * below == above * ours.Denominator;

    [Fact]
    public void Machine_words_give_what_numbers_of_any_size_give() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Arb.From(AnyLong.Four()), four =>
        {
            (Ratio a, BigInteger an, BigInteger ad) = Fraction(four.Item1, four.Item2);
            (Ratio b, BigInteger bn, BigInteger bd) = Fraction(four.Item3, four.Item4);
            return Same(a + b, (an * bd) + (bn * ad), ad * bd) && Same(a - b, (an * bd) - (bn * ad), ad * bd) && Same(a * b, an * bn, ad * bd)
                && (b.IsZero || Same(a / b, an * bd * bn.Sign, ad * BigInteger.Abs(bn)))
                && a.CompareTo(b) == (an * bd).CompareTo(bn * ad) && (a == b) == (an * bd == bn * ad)
                && a.Rounded(2).ToString() == Ratio.Parse(a.ToString()).Rounded(2).ToString() && a.ToFixed(4) == (a + b - b).ToFixed(4)
                && a + b == b + a && (a + b - b).GetHashCode() == a.GetHashCode();
        }));
}
