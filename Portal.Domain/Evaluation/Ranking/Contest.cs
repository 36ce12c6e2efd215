using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>One run in the fixed order (C2-03): minima, frozen compliant set, price on that set, exact total, rounding, ties by the ladder. Best first.</summary>
internal sealed class Contest
{
    private readonly LotMethodology methodology;

    private Contest(LotMethodology methodology, PricePool pool, Standing[] standings)
    {
        this.methodology = methodology;
        Pool = pool;
        Standings = standings;
        Top = [.. standings.TakeWhile(s => s.Key == standings[0].Key)];
        (Winner, SettledBy) = Ladder.Settle(methodology, Top);
    }

    /// <summary>What the frozen compliant set gives to relative price methods.</summary>
    public PricePool Pool { get; }

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

        Contender[] compliant = Compliant(methodology, contenders);
        PricePool pool = PricePool.Of(Priced(methodology, compliant));
        Standing[] standings = Array.ConvertAll(compliant, c => Stand(methodology, pool, c));
        Array.Sort(standings, (a, b) => Compare(methodology, a, b));
        return new Contest(methodology, pool, standings);
    }

    public static bool Rejected(LotMethodology methodology, Contender contender) =>
        methodology.Price is { } rule && contender.Price is { } price && rule.Rejects(price);

    /// <summary>Where the contender would stand among these bids, the price pool unchanged.</summary>
    public Standing Stand(Contender contender) => Stand(methodology, Pool, contender);

    /// <summary>Whether the first key is better than the second.</summary>
    public bool Better(Ratio left, Ratio right) => methodology.LowestWins ? left < right : left > right;

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

    private static PricedBid[] Priced(LotMethodology methodology, Contender[] compliant) =>
        methodology.NeedsPrices ? Array.ConvertAll(compliant, Priced) : [];

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
