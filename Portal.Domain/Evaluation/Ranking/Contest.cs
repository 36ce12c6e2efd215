using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>One run in the fixed order (C2-03): minima, frozen compliant set, price on that set, exact total, rounding, ties by the ladder. Best first.</summary>
internal sealed class Contest
{
    private readonly LotMethodology methodology;

    private Contest(LotMethodology methodology, IReadOnlyList<Standing> standings)
    {
        this.methodology = methodology;
        Standings = standings;
        Top = [.. standings.TakeWhile(s => s.Key == standings[0].Key)];
        (Winner, SettledBy) = Ladder.Settle(methodology, Top);
    }

    public IReadOnlyList<Standing> Standings { get; }

    /// <summary>All that share the best key; one where there is no tie.</summary>
    public IReadOnlyList<Standing> Top { get; }

    public Standing? Winner { get; }

    public TieRung? SettledBy { get; }

    /// <summary>Why the price method is undefined for the set that would be frozen; null when the contest can be run.</summary>
    public static Reason? WhyUndefined(LotMethodology methodology, IReadOnlyList<Contender> contenders) =>
        methodology.Price is { } rule ? UndefinedPrices.Why(rule, Priced(methodology, Compliant(methodology, contenders))) : null;

    /// <summary>Raises <see cref="RuleBroken"/> when the price method is undefined for the frozen set.</summary>
    public static Contest Run(LotMethodology methodology, IReadOnlyList<Contender> contenders)
    {
        if (WhyUndefined(methodology, contenders) is { } undefined)
        {
            throw new RuleBroken([undefined]);
        }

        IReadOnlyList<Contender> compliant = Compliant(methodology, contenders);
        PricePool pool = PricePool.Of(Priced(methodology, compliant));
        IEnumerable<Standing> standings = compliant.Select(c => Stand(methodology, pool, c));
        return new Contest(methodology, [.. standings.Order(Comparer<Standing>.Create((a, b) => Compare(methodology, a, b)))]);
    }

    public static bool Rejected(LotMethodology methodology, Contender contender) =>
        methodology.Price is { } rule && contender.Price is { } price && rule.Rejects(price);

    /// <summary>Whether the contender would stay below first place, its part in the price pool unchanged.</summary>
    public bool StaysBehind(Standing before, Contender moved)
    {
        if (before.Key == Standings[0].Key || (methodology.LowestWins && moved.Quality.IsZero))
        {
            return false;
        }

        Ratio total = methodology.LowestWins ? PriceFormulas.PerQualityPoint(moved.Price!.Value.Amount, moved.Quality) : moved.Quality + before.PricePart;
        return Better(methodology, Standings[0].Key, Key(methodology, total));
    }

    /// <summary>Competition ranks (1, 2, 2, 4); a settled tie for first leaves its others second.</summary>
    public IEnumerable<(Standing Standing, int Rank)> Ranked()
    {
        int rank = 1;
        for (int i = 0; i < Standings.Count; i++)
        {
            if (i > 0 && Standings[i].Key != Standings[i - 1].Key)
            {
                rank = i + 1;
            }

            bool lostTheTie = rank == 1 && Winner is not null && Standings[i] != Winner;
            yield return (Standings[i], lostTheTie ? 2 : rank);
        }
    }

    /// <summary>The order in which the published rules would award the lot: by key, equal keys by the ladder; what stands in one place they do not separate.</summary>
    public IEnumerable<IReadOnlyList<Standing>> InLine() => Standings.GroupBy(s => s.Key).SelectMany(tied => Ladder.InOrder(methodology, [.. tied]));

    private static Contender[] Compliant(LotMethodology methodology, IReadOnlyList<Contender> contenders) =>
        [.. contenders.Where(c => c.PassesMinima && !Rejected(methodology, c))];

    private static PricedBid[] Priced(LotMethodology methodology, IReadOnlyList<Contender> compliant) =>
        methodology.NeedsPrices ? [.. compliant.Select(Priced)] : [];

    private static PricedBid Priced(Contender contender) => new(contender.Bid, contender.Price!.Value, contender.Quality);

    private static Standing Stand(LotMethodology methodology, PricePool pool, Contender contender)
    {
        Ratio? score = methodology.NeedsPrices ? PriceScoring.Exact(methodology.Price!, pool, Priced(contender)) : null;
        Ratio points = methodology.LowestWins ? Ratio.Zero : score ?? Ratio.Zero;
        Ratio total = methodology.LowestWins ? score!.Value : contender.Quality + points;
        return new Standing(contender, points, total, Key(methodology, total));
    }

    private static Ratio Key(LotMethodology methodology, Ratio total) =>
        methodology.TiesOn == TiesOn.Exact ? total : total.Rounded(methodology.Decimals);

    private static bool Better(LotMethodology methodology, Ratio left, Ratio right) => methodology.LowestWins ? left < right : left > right;

    private static int Compare(LotMethodology methodology, Standing left, Standing right)
    {
        int byTotal = left.Total.CompareTo(right.Total);
        if (byTotal == 0)
        {
            return string.CompareOrdinal(left.Contender.Bid, right.Contender.Bid);
        }

        return methodology.LowestWins ? byTotal : -byTotal;
    }
}
