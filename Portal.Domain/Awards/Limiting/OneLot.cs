using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>Awards one lot down its line to the suppliers that have room left.</summary>
internal static class OneLot
{
    public static readonly Func<OrganisationId, int> NoLimit = _ => int.MaxValue;

    /// <param name="room">How many tenders or homes of this lot a supplier may still be awarded.</param>
    public static LotGiven Award(LotInLine lot, Func<OrganisationId, int> room)
    {
        List<PlacedTender> awarded = [];
        Dictionary<OrganisationId, int> taken = [];
        List<string> unsettled = [];
        foreach (IReadOnlyList<PlacedTender> place in lot.Places)
        {
            PlacedTender[] able = [.. place.Where(t => MayTake(lot, taken, t, room)).OrderBy(t => t.Label, StringComparer.Ordinal)];
            int before = awarded.Count;
            foreach (PlacedTender tender in able)
            {
                if (MayTake(lot, taken, tender, room))
                {
                    awarded.Add(tender);
                    taken[tender.Bidder] = taken.GetValueOrDefault(tender.Bidder) + 1;
                }
            }

            if (awarded.Count - before < able.Length)
            {
                unsettled.AddRange(able.Select(t => t.Label));
            }
        }

        return new LotGiven(lot.Number, awarded) { Unsettled = unsettled };
    }

    /// <summary>Who goes without only because of the limit, in line.</summary>
    public static IReadOnlyList<PlacedTender> PassedOver(LotInLine lot, IReadOnlyList<PlacedTender> awarded)
    {
        HashSet<PlacedTender> free = [.. Award(lot, NoLimit).Awarded];
        HashSet<PlacedTender> given = [.. awarded];
        HashSet<OrganisationId> suppliers = [.. awarded.Select(t => t.Bidder)];
        bool unfilled = lot.OneTender ? awarded.Count == 0 : lot.MostSuppliers is { } most && suppliers.Count < most;
        int last = LastFirstPlace(lot, given);
        return
        [
            .. from place in lot.Places.Index()
               from tender in place.Item.OrderBy(t => t.Label, StringComparer.Ordinal)
               where !given.Contains(tender)
               where unfilled || free.Contains(tender) || (place.Index < last && !suppliers.Contains(tender.Bidder))
               select tender,
        ];
    }

    /// <summary>The place of the last supplier that is awarded anything, by the best of what it is awarded; -1 where nobody is.</summary>
    private static int LastFirstPlace(LotInLine lot, HashSet<PlacedTender> given)
    {
        HashSet<OrganisationId> seen = [];
        return lot.Places.Index().Where(p => p.Item.Where(given.Contains).Select(t => seen.Add(t.Bidder)).ToArray().Contains(true)).Select(p => p.Index).DefaultIfEmpty(-1).Max();
    }

    private static bool MayTake(LotInLine lot, Dictionary<OrganisationId, int> taken, PlacedTender tender, Func<OrganisationId, int> room)
    {
        int own = taken.GetValueOrDefault(tender.Bidder);
        return own < room(tender.Bidder) && (!lot.OneTender || taken.Count == 0) && (own > 0 || lot.MostSuppliers is not { } most || taken.Count < most);
    }
}
