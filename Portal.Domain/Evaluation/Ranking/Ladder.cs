namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Goes down the published tie ladder: each rung keeps only its best, the next looks only at those (C2-11). Nothing is published, nothing is settled.</summary>
internal static class Ladder
{
    public static (Standing? Winner, TieRung? SettledBy) Settle(LotMethodology methodology, IReadOnlyList<Standing> tied)
    {
        if (tied.Count <= 1)
        {
            return (tied.Count == 1 ? tied[0] : null, null);
        }

        (IReadOnlyList<Standing> left, TieRung? by) = Narrowed(methodology, tied);
        return by is null ? (null, null) : (left[0], by);
    }

    /// <summary>All of the tied, best first; those in one place the ladder does not separate.</summary>
    public static IEnumerable<IReadOnlyList<Standing>> InOrder(LotMethodology methodology, IReadOnlyList<Standing> tied)
    {
        for (IReadOnlyList<Standing> rest = tied; rest.Count > 0;)
        {
            IReadOnlyList<Standing> next = rest.Count == 1 ? rest : Narrowed(methodology, rest).Left;
            yield return next;
            rest = [.. rest.Except(next)];
        }
    }

    private static (IReadOnlyList<Standing> Left, TieRung? By) Narrowed(LotMethodology methodology, IReadOnlyList<Standing> tied)
    {
        IReadOnlyList<Standing> left = tied;
        foreach (TieRung rung in methodology.TieLadder.TakeWhile(r => r != TieRung.Refer))
        {
            left = Best(methodology, rung, left);
            if (left.Count == 1)
            {
                return (left, rung);
            }
        }

        return (left, null);
    }

    private static IReadOnlyList<Standing> Best(LotMethodology methodology, TieRung rung, IReadOnlyList<Standing> tied) => rung switch
    {
        TieRung.HigherQualityTotal => Greatest(tied, s => s.Contender.Quality),
        TieRung.HeaviestCriterion when methodology.Heaviest >= 0 => Greatest(tied, s => s.Contender.ScoreAt(methodology.Heaviest)),
        TieRung.LowerPrice when tied.All(s => s.Contender.Price is not null) => Greatest(tied, s => -s.Contender.Price!.Value.Amount),
        _ => tied,
    };

    private static Standing[] Greatest<TKey>(IReadOnlyList<Standing> tied, Func<Standing, TKey> key)
        where TKey : IComparable<TKey>
    {
        TKey best = tied.Max(key)!;
        return [.. tied.Where(s => key(s).CompareTo(best) == 0)];
    }
}
