using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Fills the places of all lots one by one, each time by the chain that is worth most: a lot with a free place takes a supplier from another lot, that one from a third, until a lot takes a supplier with room left.</summary>
/// <remarks>Longest augmenting paths between lots, on exact numbers: after each place the award is the best of all with so many places filled. Moves between two lots are worked out anew only where one of them has changed.</remarks>
internal sealed class FillingPlaces
{
    private readonly int most;
    private readonly int[] places;
    private readonly Dictionary<OrganisationId, Worth>[] worth;
    private readonly OrganisationId[][] bestFirst;
    private readonly HashSet<OrganisationId>[] held;
    private readonly Dictionary<OrganisationId, int> lotsOf = [];
    private readonly Move?[,] moves;

    public FillingPlaces(int most, int[] places, Dictionary<OrganisationId, Worth>[] worth)
    {
        (this.most, this.places, this.worth) = (most, places, worth);
        bestFirst = [.. worth.Select(candidates => candidates.OrderByDescending(c => c.Value).Select(c => c.Key).ToArray())];
        held = [.. worth.Select(_ => new HashSet<OrganisationId>())];
        moves = new Move?[worth.Length, worth.Length];
    }

    /// <summary>Who is awarded each lot, in the order of lots.</summary>
    public HashSet<OrganisationId>[] Filled()
    {
        while (BestChain() is { } chain)
        {
            Take(chain);
        }

        return held;
    }

    // The lots on the chain, from the last, which takes a supplier with room, to the first, which has a free place.
    private Chain? BestChain()
    {
        Reached?[] reached = Reach();
        Chain? best = null;
        for (int lot = 0; lot < reached.Length; lot++)
        {
            if (reached[lot] is { } open && Free(lot) is { } taker && (best is null || Worth.Compare(open.Worth, worth[lot][taker], best.Before, best.Last) > 0))
            {
                best = new Chain(lot, taker, open.Worth, worth[lot][taker], reached);
            }
        }

        return best;
    }

    /// <summary>For each lot the most that a chain is worth which leaves a free place there; null where none leads there.</summary>
    private Reached?[] Reach()
    {
        Reached?[] reached = [.. held.Select((h, lot) => h.Count < places[lot] ? new Reached(Worth.None, -1, default) : null)];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int lot = 0; lot < reached.Length; lot++)
            {
                for (int other = 0; other < reached.Length; other++)
                {
                    if (reached[lot] is { } from && moves[lot, other] is { } move && (reached[other] is not { } known || Worth.Compare(from.Worth, move.Gain, known.Worth, Worth.None) > 0))
                    {
                        (reached[other], changed) = (new Reached(from.Worth + move.Gain, lot, move.Bidder), true);
                    }
                }
            }
        }

        return reached;
    }

    private OrganisationId? Free(int lot)
    {
        foreach (OrganisationId bidder in bestFirst[lot])
        {
            if (!held[lot].Contains(bidder) && lotsOf.GetValueOrDefault(bidder) < most)
            {
                return bidder;
            }
        }

        return null;
    }

    private void Take(Chain chain)
    {
        List<int> changed = [chain.Lot];
        held[chain.Lot].Add(chain.Taker);
        lotsOf[chain.Taker] = lotsOf.GetValueOrDefault(chain.Taker) + 1;
        for (int lot = chain.Lot; chain.Reached[lot] is { From: >= 0 } link; lot = link.From)
        {
            held[lot].Remove(link.Bidder);
            held[link.From].Add(link.Bidder);
            changed.Add(link.From);
        }

        foreach (int lot in changed)
        {
            for (int other = 0; other < held.Length; other++)
            {
                moves[lot, other] = BestMove(other, lot);
                moves[other, lot] = BestMove(lot, other);
            }
        }
    }

    /// <summary>The supplier of the one lot that is worth most to the other in its place.</summary>
    private Move? BestMove(int from, int to)
    {
        if (from == to)
        {
            return null;
        }

        OrganisationId? best = null;
        foreach (OrganisationId bidder in held[from])
        {
            if (!held[to].Contains(bidder) && worth[to].TryGetValue(bidder, out Worth gain) && (best is not { } known || Worth.Compare(gain, worth[from][known], worth[to][known], worth[from][bidder]) > 0))
            {
                best = bidder;
            }
        }

        return best is { } mover ? new Move(worth[to][mover] - worth[from][mover], mover) : null;
    }

    private sealed record Move(Worth Gain, OrganisationId Bidder);

    /// <summary>What the chain up to here is worth, the lot before, and the supplier that it took from here.</summary>
    private sealed record Reached(Worth Worth, int From, OrganisationId Bidder);

    private sealed record Chain(int Lot, OrganisationId Taker, Worth Before, Worth Last, Reached?[] Reached);
}
