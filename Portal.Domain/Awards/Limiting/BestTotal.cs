using System.Numerics;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Finds, of all awards within the limit, first the fullest, then the one with the highest sum of totals, then the one that gives the earliest lot its best places. A lot has as many places as suppliers may be awarded it; a supplier counts there with its best total.</summary>
/// <remarks>Exact whatever the size: <see cref="FillingPlaces"/> fills place after place. What it costs grows with the places and not with the suppliers, as a lot's line is cut where no better award can reach, after as many suppliers as there are places in all; how many places there may be is settled when the limit is designed.</remarks>
internal static class BestTotal
{
    /// <summary>One answer for each lot, in the order given.</summary>
    public static IReadOnlyList<LotGiven> Award(int most, LotInLine[] lots)
    {
        HashSet<OrganisationId>[] found = Solved(most, lots, sign: -1);
        HashSet<OrganisationId>[] other = Solved(most, lots, sign: 1);
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

    private static HashSet<OrganisationId>[] Solved(int most, LotInLine[] lots, int sign)
    {
        int[] places = [.. lots.Select(Places)];
        int all = places.Sum();
        Dictionary<OrganisationId, int>[] lines = [.. lots.Select(lot => Line(lot, all))];
        int longest = lines.Select(line => line.Count).DefaultIfEmpty().Max();
        Dictionary<OrganisationId, Worth>[] worth = [.. lots.Select((lot, at) => Candidates(lot, lines[at], longest, lots.Length - 1 - at, sign))];
        return places.Zip(worth, (room, candidates) => room >= candidates.Count).All(enough => enough)
            ? EachItsBest(most, worth)
            : new FillingPlaces(most, places, worth).Filled();
    }

    private static int Places(LotInLine lot)
    {
        int suppliers = lot.Places.SelectMany(p => p).Select(t => t.Bidder).Distinct().Count();
        return lot.OneTender ? Math.Min(1, suppliers) : Math.Min(lot.MostSuppliers ?? suppliers, suppliers);
    }

    /// <summary>The suppliers of a lot and where each stands in its line, best first, equals by label; cut after a place that holds the last one that can matter.</summary>
    private static Dictionary<OrganisationId, int> Line(LotInLine lot, int all)
    {
        Dictionary<OrganisationId, int> line = [];
        foreach (IReadOnlyList<PlacedTender> tied in lot.Places.TakeWhile(_ => line.Count <= all))
        {
            foreach (PlacedTender tender in tied.OrderBy(t => t.Label, StringComparer.Ordinal))
            {
                line.TryAdd(tender.Bidder, line.Count);
            }
        }

        return line;
    }

    // Within a lot every supplier's label is a power of two, so that two awards never have equal labels.
    private static Dictionary<OrganisationId, Worth> Candidates(LotInLine lot, Dictionary<OrganisationId, int> line, int longest, int weight, int sign)
    {
        BigInteger place = BigInteger.Pow((longest * longest) + 1, weight);
        Dictionary<OrganisationId, Worth> found = [];
        foreach (IReadOnlyList<PlacedTender> tied in lot.Places)
        {
            int at = found.Count;
            foreach (PlacedTender tender in tied)
            {
                if (line.TryGetValue(tender.Bidder, out int label))
                {
                    found.TryAdd(tender.Bidder, new Worth(1, tender.Total, -at * place, sign * (BigInteger.One << ((weight * longest) + label))));
                }
            }
        }

        return found;
    }

    /// <summary>Where every lot has room for all, nobody stands in anybody's way: each supplier takes the lots where it is worth most.</summary>
    private static HashSet<OrganisationId>[] EachItsBest(int most, Dictionary<OrganisationId, Worth>[] worth)
    {
        HashSet<OrganisationId>[] held = [.. worth.Select(_ => new HashSet<OrganisationId>())];
        foreach (IGrouping<OrganisationId, (OrganisationId Bidder, Worth Worth, int Lot)> own in worth.SelectMany((candidates, lot) => candidates.Select(c => (Bidder: c.Key, Worth: c.Value, Lot: lot))).GroupBy(c => c.Bidder))
        {
            foreach ((OrganisationId bidder, _, int lot) in own.OrderByDescending(c => c.Worth).Take(most))
            {
                held[lot].Add(bidder);
            }
        }

        return held;
    }
}
