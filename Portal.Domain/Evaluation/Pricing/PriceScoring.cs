using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>Scores prices by the published rule: rejects first, refuses what is undefined, then the formula on those that remain.</summary>
public static class PriceScoring
{
    /// <summary>Raises <see cref="RuleBroken"/> when the method is undefined for these prices and no published rule settles it.</summary>
    public static PriceScores Score(PriceRule rule, IReadOnlyList<PricedBid> bids)
    {
        PricedBid[] accepted = [.. bids.Where(b => !rule.Rejects(b.Price))];
        if (UndefinedPrices.Why(rule, accepted) is { } undefined)
        {
            throw new RuleBroken([undefined]);
        }

        PricePool pool = PricePool.Of(accepted);
        PriceScore[] scores = [.. bids.Select(b => One(rule, pool, b))];
        return new PriceScores(Ranked(rule, scores), Warnings(rule, accepted.Length));
    }

    /// <summary>The exact score of one accepted price; none under a fixed price.</summary>
    public static Ratio? Exact(PriceRule rule, PricePool pool, PricedBid bid)
    {
        Ratio price = bid.Price.Amount;
        Ratio weight = rule.Weight;
        return rule.Method switch
        {
            PriceMethod.LowestPrice => PriceFormulas.LowestPrice(weight, pool.LowestAboveNil, price),
            PriceMethod.Linear => PriceFormulas.Linear(weight, pool.Lowest, pool.Highest, price),
            PriceMethod.Differential => PriceFormulas.Differential(weight, pool.LowestAboveNil, price),
            PriceMethod.Mean => PriceFormulas.Mean(weight, pool.Mean, price),
            PriceMethod.CeilingFloor => PriceFormulas.CeilingFloor(weight, rule.Ceiling!.Value.Amount, rule.Floor!.Value.Amount, price),
            PriceMethod.Benchmark => PriceFormulas.Benchmark(weight, rule.Benchmark!.Value.Amount, price),
            PriceMethod.PricePerQualityPoint => PriceFormulas.PerQualityPoint(price, bid.Quality!.Value),
            _ => null,
        };
    }

    public static IReadOnlyList<Warning> Warnings(PriceRule rule, int accepted)
    {
        bool relative = rule.Method is PriceMethod.LowestPrice or PriceMethod.Linear or PriceMethod.Differential or PriceMethod.Mean;
        return accepted switch
        {
            0 => [new Warning("NO_COMPLIANT_BID", "No bid is left to score.")],
            1 when relative => [new Warning("SINGLE_BID", "Only one bid is left, so its price score says nothing about value. Check the price against a benchmark.")],
            _ => [],
        };
    }

    private static PriceScore One(PriceRule rule, PricePool pool, PricedBid bid) =>
        rule.Rejects(bid.Price)
            ? new PriceScore(bid.Bid, null, null, $"The price is above the published ceiling of {rule.Ceiling!.Value}.")
            : new PriceScore(bid.Bid, Exact(rule, pool, bid), null, null);

    private static PriceScore[] Ranked(PriceRule rule, PriceScore[] scores)
    {
        Ratio[] sorted = [.. scores.Where(s => s.Score is not null).Select(s => s.Score!.Value).Order()];
        if (!rule.LowestWins)
        {
            Array.Reverse(sorted);
        }

        Dictionary<Ratio, int> ranks = [];
        for (int i = 0; i < sorted.Length; i++)
        {
            ranks.TryAdd(sorted[i], i + 1);
        }

        return [.. scores.Select(s => s.Score is { } score ? s with { Rank = ranks[score] } : s)];
    }
}
