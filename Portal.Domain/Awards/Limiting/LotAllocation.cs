using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Awards all lots of a tender within the published limit by the published mechanism. Pure: the same lots and tenders in any order give the same award (A4-13, C2-12).</summary>
public static class LotAllocation
{
    /// <summary>One answer for each lot, in the published order of lots.</summary>
    public static IReadOnlyList<LotGiven> Of(LotLimit? limit, IEnumerable<LotInLine> lots)
    {
        LotInLine[] ordered = [.. lots.OrderBy(l => PlaceOf(limit, l.Number)).ThenBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal)];
        if (limit is null)
        {
            return [.. ordered.Select(l => OneLot.Award(l, OneLot.NoLimit))];
        }

        IReadOnlyList<LotGiven> within = limit.Mechanism == LotMechanism.BestTotal ? BestTotal.Award(limit.Most, ordered) : InOrder(limit, ordered);
        return [.. ordered.Zip(within, (lot, given) => Finished(limit, lot, given))];
    }

    private static List<LotGiven> InOrder(LotLimit limit, LotInLine[] ordered)
    {
        Dictionary<OrganisationId, int> held = [];
        List<LotGiven> all = [];
        foreach (LotInLine lot in ordered)
        {
            LotGiven given = OneLot.Award(lot, bidder => Room(limit, held.GetValueOrDefault(bidder)));
            foreach (IGrouping<OrganisationId, PlacedTender> taken in given.Awarded.GroupBy(t => t.Bidder))
            {
                held[taken.Key] = held.GetValueOrDefault(taken.Key) + (limit.Counts == LimitCounts.Lots ? 1 : taken.Count());
            }

            all.Add(given);
        }

        return all;
    }

    private static int Room(LotLimit limit, int held) =>
        limit.Counts == LimitCounts.Homes ? limit.Most - held : held < limit.Most ? int.MaxValue : 0;

    private static LotGiven Finished(LotLimit limit, LotInLine lot, LotGiven given)
    {
        if (limit.LiftedWhereNoneRemains && given.Awarded.Count == 0 && lot.Places.Count > 0)
        {
            return OneLot.Award(lot, OneLot.NoLimit) with { LimitLifted = true };
        }

        return given with { PassedOver = OneLot.PassedOver(lot, given.Awarded) };
    }

    private static int PlaceOf(LotLimit? limit, string number) =>
        limit?.Order.Index().Where(o => o.Item == number).Select(o => o.Index).FirstOrDefault(int.MaxValue) ?? 0;
}
