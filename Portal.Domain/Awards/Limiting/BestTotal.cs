using System.Numerics;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Finds, of all awards within the limit, first the fullest, then the one with the highest sum of totals, then the one that gives the earliest lot its best places. A lot has as many places as suppliers may be awarded it; a supplier counts there with its best total.</summary>
/// <remarks>Longest augmenting paths, place by place, on exact numbers; a lot's line is cut where no better award can reach, after as many suppliers as there are places in all.</remarks>
internal sealed class BestTotal
{
    private readonly int most;
    private readonly int[] places;
    private readonly Dictionary<OrganisationId, Worth>[] worth;
    private readonly HashSet<OrganisationId>[] held;

    private BestTotal(int most, LotInLine[] lots, int sign)
    {
        this.most = most;
        places = [.. lots.Select(Places)];
        int all = places.Sum();
        OrganisationId[][] lines = [.. lots.Select(lot => Line(lot, all))];
        int longest = lines.Select(line => line.Length).DefaultIfEmpty().Max();
        worth = [.. lots.Select((lot, at) => Candidates(lot, lines[at], longest, lots.Length - 1 - at, sign))];
        held = [.. lots.Select(_ => new HashSet<OrganisationId>())];
    }

    /// <summary>One answer for each lot, in the order given.</summary>
    public static IReadOnlyList<LotGiven> Award(int most, LotInLine[] lots)
    {
        HashSet<OrganisationId>[] found = new BestTotal(most, lots, sign: -1).Solved();
        HashSet<OrganisationId>[] other = new BestTotal(most, lots, sign: 1).Solved();
        return [.. lots.Select((lot, i) => Given(lot, found[i], other[i]))];
    }

    // Labels decide nothing: where preferring them the other way round gives another award, a person settles it.
    private static LotGiven Given(LotInLine lot, HashSet<OrganisationId> winners, HashSet<OrganisationId> others)
    {
        LotGiven given = OneLot.Award(lot, bidder => winners.Contains(bidder) ? int.MaxValue : 0);
        HashSet<OrganisationId> open = [.. winners];
        open.SymmetricExceptWith(others);
        return open.Count == 0 ? given : given with { Unsettled = [.. lot.Places.SelectMany(p => p).Where(t => open.Contains(t.Bidder)).Select(t => t.Label).Order(StringComparer.Ordinal)] };
    }

    private static int Places(LotInLine lot)
    {
        int suppliers = lot.Places.SelectMany(p => p).Select(t => t.Bidder).Distinct().Count();
        return lot.OneTender ? Math.Min(1, suppliers) : Math.Min(lot.MostSuppliers ?? suppliers, suppliers);
    }

    /// <summary>The suppliers of a lot, best first, equals by label; cut after a place that holds the last one that can matter.</summary>
    private static OrganisationId[] Line(LotInLine lot, int all)
    {
        List<OrganisationId> line = [];
        foreach (IReadOnlyList<PlacedTender> tied in lot.Places.TakeWhile(_ => line.Count <= all))
        {
            line.AddRange(tied.OrderBy(t => t.Label, StringComparer.Ordinal).Select(t => t.Bidder).Distinct().Where(b => !line.Contains(b)).ToArray());
        }

        return [.. line];
    }

    // Within a lot every supplier's label is a power of two, so that two awards never have equal labels.
    private static Dictionary<OrganisationId, Worth> Candidates(LotInLine lot, OrganisationId[] line, int longest, int weight, int sign)
    {
        BigInteger place = BigInteger.Pow((longest * longest) + 1, weight);
        Dictionary<OrganisationId, Worth> found = [];
        int at = 0;
        foreach (IReadOnlyList<PlacedTender> tied in lot.Places)
        {
            at = found.Count;
            foreach (PlacedTender tender in tied.Where(t => !found.ContainsKey(t.Bidder) && Array.IndexOf(line, t.Bidder) >= 0))
            {
                found.TryAdd(tender.Bidder, new Worth(1, tender.Total, -at * place, sign * (BigInteger.One << ((weight * longest) + Array.IndexOf(line, tender.Bidder)))));
            }
        }

        return found;
    }

    private HashSet<OrganisationId>[] Solved()
    {
        if (places.Zip(worth, (room, candidates) => room >= candidates.Count).All(enough => enough))
        {
            return EachItsBest();
        }

        while (Augmented())
        {
        }

        return held;
    }

    /// <summary>Where every lot has room for all, nobody stands in anybody's way: each supplier takes the lots where it is worth most.</summary>
    private HashSet<OrganisationId>[] EachItsBest()
    {
        foreach (IGrouping<OrganisationId, (OrganisationId Bidder, Worth Worth, int Lot)> own in worth.SelectMany((candidates, lot) => candidates.Select(c => (Bidder: c.Key, Worth: c.Value, Lot: lot))).GroupBy(c => c.Bidder))
        {
            foreach ((OrganisationId bidder, _, int lot) in own.OrderByDescending(c => c.Worth).Take(most))
            {
                held[lot].Add(bidder);
            }
        }

        return held;
    }

    /// <summary>Takes the best chain from a lot with a free place to a supplier with room, moving awards along it.</summary>
    private bool Augmented()
    {
        (Worth Worth, OrganisationId? Leaves)?[] lots = [.. held.Select((h, lot) => h.Count < places[lot] ? (Worth.None, null) : ((Worth, OrganisationId?)?)null)];
        Dictionary<OrganisationId, (Worth Worth, int Lot)> bidders = [];
        while (Relaxed(lots, bidders))
        {
        }

        KeyValuePair<OrganisationId, (Worth Worth, int Lot)>[] ends = [.. bidders.Where(b => held.Count(h => h.Contains(b.Key)) < most)];
        if (ends.Length == 0)
        {
            return false;
        }

        OrganisationId? taker = ends.MaxBy(e => e.Value.Worth).Key;
        while (taker is { } bidder)
        {
            int lot = bidders[bidder].Lot;
            held[lot].Add(bidder);
            taker = lots[lot]!.Value.Leaves;
            if (taker is { } leaves)
            {
                held[lot].Remove(leaves);
            }
        }

        return true;
    }

    private bool Relaxed((Worth Worth, OrganisationId? Leaves)?[] lots, Dictionary<OrganisationId, (Worth Worth, int Lot)> bidders)
    {
        bool changed = false;
        for (int lot = 0; lot < lots.Length; lot++)
        {
            foreach (OrganisationId holder in held[lot])
            {
                if (bidders.TryGetValue(holder, out (Worth Worth, int Lot) at) && Better(at.Worth - worth[lot][holder], lots[lot]?.Worth))
                {
                    (lots[lot], changed) = ((at.Worth - worth[lot][holder], holder), true);
                }
            }

            if (lots[lot] is not { } from)
            {
                continue;
            }

            foreach ((OrganisationId bidder, Worth gain) in worth[lot].Where(w => !held[lot].Contains(w.Key)))
            {
                Worth reached = from.Worth + gain;
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
