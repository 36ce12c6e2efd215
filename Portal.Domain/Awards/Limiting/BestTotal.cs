using System.Numerics;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Finds, of all awards within the limit, first the fullest, then the one with the highest sum of totals, then the one that gives the earliest lot its best place. One supplier a lot.</summary>
/// <remarks>Longest augmenting paths, lot by lot, on exact numbers; a lot's line is cut where no better award can reach, after as many suppliers as there are lots.</remarks>
internal sealed class BestTotal
{
    private readonly int most;
    private readonly Dictionary<OrganisationId, Worth>[] worth;
    private readonly OrganisationId?[] held;

    private BestTotal(int most, LotInLine[] lots, int sign)
    {
        this.most = most;
        worth = [.. lots.Select((lot, at) => Candidates(lot, lots.Length, lots.Length - 1 - at, sign))];
        held = new OrganisationId?[lots.Length];
    }

    /// <summary>One answer for each lot, in the order given.</summary>
    public static IReadOnlyList<LotGiven> Award(int most, LotInLine[] lots)
    {
        OrganisationId?[] found = new BestTotal(most, lots, sign: -1).Solved();
        OrganisationId?[] other = new BestTotal(most, lots, sign: 1).Solved();
        return [.. lots.Select((lot, i) => Given(lot, found[i], other[i]))];
    }

    // Labels decide nothing: where preferring them the other way round gives another award, a person settles it.
    private static LotGiven Given(LotInLine lot, OrganisationId? winner, OrganisationId? other)
    {
        LotGiven given = OneLot.Award(lot, bidder => bidder == winner ? int.MaxValue : 0);
        return winner == other ? given : given with { Unsettled = [.. lot.Places.SelectMany(p => p).Where(t => t.Bidder == winner || t.Bidder == other).Select(t => t.Label).Order(StringComparer.Ordinal)] };
    }

    private static Dictionary<OrganisationId, Worth> Candidates(LotInLine lot, int lots, int weight, int sign)
    {
        Dictionary<OrganisationId, Worth> found = [];
        BigInteger place = BigInteger.Pow(lots + 1, weight);
        foreach ((int index, IReadOnlyList<PlacedTender> tied) in lot.Places.Index())
        {
            if (found.Count > lots)
            {
                break;
            }

            int at = found.Count;
            foreach (PlacedTender tender in tied.OrderBy(t => t.Label, StringComparer.Ordinal).Where(t => !found.ContainsKey(t.Bidder)).ToArray())
            {
                found.TryAdd(tender.Bidder, new Worth(1, tender.Total, -at * place, sign * found.Count * BigInteger.Pow(1 << 20, weight)));
            }
        }

        return found;
    }

    private OrganisationId?[] Solved()
    {
        while (Augmented())
        {
        }

        return held;
    }

    /// <summary>Takes the best chain from a lot without award to a supplier with room, moving awards along it.</summary>
    private bool Augmented()
    {
        Worth?[] lots = [.. held.Select(h => h is null ? Worth.None : (Worth?)null)];
        Dictionary<OrganisationId, (Worth Worth, int Lot)> bidders = [];
        while (Relaxed(lots, bidders))
        {
        }

        KeyValuePair<OrganisationId, (Worth Worth, int Lot)>[] ends = [.. bidders.Where(b => held.Count(h => h == b.Key) < most)];
        if (ends.Length == 0)
        {
            return false;
        }

        OrganisationId? taker = ends.MaxBy(e => e.Value.Worth).Key;
        while (taker is { } bidder)
        {
            int lot = bidders[bidder].Lot;
            (taker, held[lot]) = (held[lot], bidder);
        }

        return true;
    }

    private bool Relaxed(Worth?[] lots, Dictionary<OrganisationId, (Worth Worth, int Lot)> bidders)
    {
        bool changed = false;
        for (int lot = 0; lot < lots.Length; lot++)
        {
            if (held[lot] is { } holder && bidders.TryGetValue(holder, out (Worth Worth, int Lot) at) && Better(at.Worth - worth[lot][holder], lots[lot]))
            {
                (lots[lot], changed) = (at.Worth - worth[lot][holder], true);
            }

            foreach ((OrganisationId bidder, Worth gain) in worth[lot].Where(w => lots[lot] is not null && w.Key != held[lot]))
            {
                Worth reached = lots[lot]!.Value + gain;
                if (Better(reached, bidders.TryGetValue(bidder, out (Worth Worth, int Lot) now) ? now.Worth : null))
                {
                    (bidders[bidder], changed) = ((reached, lot), true);
                }
            }
        }

        return changed;
    }

    private static bool Better(Worth worth, Worth? than) => than is not { } known || worth.CompareTo(known) > 0;
}
