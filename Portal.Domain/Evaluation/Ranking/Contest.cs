using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>One run in the fixed order (C2-03): minima, frozen compliant set, price on that set, exact total, rounding, ties by the ladder. Best first.</summary>
internal sealed class Contest
{
    private readonly LotMethodology methodology;
    private readonly PricePoints? points;

    private Contest(LotMethodology methodology, Contender[] compliant, PricedBid[] priced)
    {
        this.methodology = methodology;
        Pool = PricePool.Of(priced);
        points = methodology.NeedsPrices ? new PricePoints(methodology.Price!, Pool) : null;
        Standing[] standings = Sorted(methodology, Array.ConvertAll(compliant, Stand));
        Standings = standings;
        Top = [.. standings.TakeWhile(s => s.HasKeyOf(standings[0]))];
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
        Contender[] compliant = Compliant(methodology, contenders);
        PricedBid[] priced = Priced(methodology, compliant);
        return methodology.Price is { } rule && UndefinedPrices.Why(rule, priced) is { } undefined
            ? throw new RuleBroken([undefined])
            : new Contest(methodology, compliant, priced);
    }

    public static bool Rejected(LotMethodology methodology, Contender contender) =>
        methodology.Price is { } rule && contender.Price is { } price && rule.Rejects(price);

    /// <summary>Where the contender would stand among these bids, the price pool unchanged.</summary>
    public Standing Stand(Contender contender)
    {
        Unreduced? score = points?.Of(Priced(methodology, contender));
        return methodology.LowestWins
            ? new Standing(methodology, contender, Unreduced.Zero, score!.Value)
            : new Standing(methodology, contender, score ?? Unreduced.Zero, score is { } price ? contender.Points + price : contender.Points);
    }

    /// <summary>Competition ranks (1, 2, 2, 4); a settled tie for first leaves its others second.</summary>
    public IEnumerable<(Standing Standing, int Rank)> Ranked()
    {
        int rank = 1;
        for (int i = 0; i < Standings.Count; i++)
        {
            if (i > 0 && !Standings[i].HasKeyOf(Standings[i - 1]))
            {
                rank = i + 1;
            }

            bool lostTheTie = rank == 1 && Winner is not null && Standings[i] != Winner;
            yield return (Standings[i], lostTheTie ? 2 : rank);
        }
    }

    /// <summary>The order in which the published rules would award the lot: by key, equal keys by the ladder; what stands in one place they do not separate.</summary>
    public IEnumerable<IReadOnlyList<Standing>> InLine()
    {
        for (int from = 0; from < Standings.Count;)
        {
            Standing[] tied = [.. Standings.Skip(from).TakeWhile(s => s.HasKeyOf(Standings[from]))];
            foreach (IReadOnlyList<Standing> place in Ladder.InOrder(methodology, tied))
            {
                yield return place;
            }

            from += tied.Length;
        }
    }

    private static Contender[] Compliant(LotMethodology methodology, IReadOnlyList<Contender> contenders) =>
        [.. contenders.Where(c => c.PassesMinima && !Rejected(methodology, c))];

    private static PricedBid[] Priced(LotMethodology methodology, Contender[] compliant) =>
        methodology.NeedsPrices ? Array.ConvertAll(compliant, c => Priced(methodology, c)) : [];

    // Only a price per quality point asks for the quality.
    private static PricedBid Priced(LotMethodology methodology, Contender contender) => new(contender.Bid, contender.Price!.Value, methodology.LowestWins ? contender.Quality : null);

    // By whole millionths first, as plain numbers; then whoever has equally many, by the exact totals.
    private static Standing[] Sorted(LotMethodology methodology, Standing[] standings)
    {
        if (Array.Exists(standings, s => s.Millionths < 0))
        {
            Array.Sort(standings, (a, b) => a.Before(b));
            return standings;
        }

        long[] order = Array.ConvertAll(standings, s => methodology.LowestWins ? s.Millionths : -s.Millionths);
        Array.Sort(order, standings);
        for (int from = 0; from < order.Length;)
        {
            int end = from + 1;
            while (end < order.Length && order[end] == order[from])
            {
                end++;
            }

            if (end - from > 1)
            {
                Array.Sort(standings, from, end - from, Comparer<Standing>.Create((a, b) => a.Before(b)));
            }

            from = end;
        }

        return standings;
    }
}
