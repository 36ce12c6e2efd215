using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>The other bids of a lot, as they stand: says who is first when one bid alone is placed anew, comes in or goes out, without placing the others again.</summary>
internal sealed class Rivals(LotMethodology methodology, Contest contest)
{
    private (string Without, IReadOnlyList<Standing> Top, Standing? Winner) last = ("", [], null);

    /// <summary>Whether the others keep their price points when this bid is moved: it stays in the compliant set, or nothing that the method takes from the set hangs on its price.</summary>
    public bool KeepThePool(Contender before, Contender moved)
    {
        if (methodology.LowestWins)
        {
            return before.PassesMinima && moved.PassesMinima && moved.Quality.Sign > 0;
        }

        if (before.PassesMinima && moved.PassesMinima)
        {
            return true;
        }

        int left = contest.Standings.Count + (moved.PassesMinima ? 1 : -1);
        return left > 1 && !HangsOn(moved.Price);
    }

    /// <summary>Who is first with the bid moved; null where a tie is left for a person.</summary>
    public Standing? FirstWith(Contender before, Contender moved)
    {
        (IReadOnlyList<Standing> top, Standing? winner) = TopWithout(before.Bid);
        if (!moved.PassesMinima)
        {
            return winner;
        }

        Standing now = contest.Stand(moved);
        if (top.Count == 0 || now.Beats(top[0]))
        {
            return now;
        }

        return top[0].Beats(now) ? winner : Ladder.Settle(methodology, [.. top, now]).Winner;
    }

    private bool HangsOn(Money? price) => methodology.Price?.Method switch
    {
        null or PriceMethod.FixedPrice or PriceMethod.CeilingFloor => false,
        PriceMethod.Benchmark => price is not { Amount: > 0 },
        PriceMethod.LowestPrice or PriceMethod.Differential => contest.Pool.Lowest.IsZero || price is not { } asked || (Ratio)asked.Amount <= contest.Pool.LowestAboveNil,
        _ => true,
    };

    private (IReadOnlyList<Standing> Top, Standing? Winner) TopWithout(string bid)
    {
        if (contest.Top.All(s => s.Contender.Bid != bid))
        {
            return (contest.Top, contest.Winner);
        }

        if (last.Without != bid)
        {
            Standing[] others = [.. contest.Standings.Where(s => s.Contender.Bid != bid)];
            Standing[] top = [.. others.TakeWhile(s => s.HasKeyOf(others[0]))];
            last = (bid, top, Ladder.Settle(methodology, top).Winner);
        }

        return (last.Top, last.Winner);
    }
}
