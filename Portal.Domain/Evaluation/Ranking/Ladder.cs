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

        IReadOnlyList<Standing> left = tied;
        foreach (TieRung rung in methodology.TieLadder.TakeWhile(r => r != TieRung.Refer))
        {
            left = Best(methodology, rung, left);
            if (left.Count == 1)
            {
                return (left[0], rung);
            }
        }

        return (null, null);
    }

    private static IReadOnlyList<Standing> Best(LotMethodology methodology, TieRung rung, IReadOnlyList<Standing> tied) => rung switch
    {
        TieRung.HigherQualityTotal => Greatest(tied, s => s.Contender.Quality),
        TieRung.HeaviestCriterion when methodology.Heaviest >= 0 => Greatest(tied, s => s.Contender.Scores[methodology.Heaviest]),
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
