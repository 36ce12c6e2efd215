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
        List<string> unsettled = [];
        foreach (IReadOnlyList<PlacedTender> place in lot.Places)
        {
            PlacedTender[] able = [.. place.Where(t => MayTake(lot, awarded, t, room)).OrderBy(t => t.Label, StringComparer.Ordinal)];
            int before = awarded.Count;
            foreach (PlacedTender tender in able)
            {
                if (MayTake(lot, awarded, tender, room))
                {
                    awarded.Add(tender);
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
        OrganisationId[] suppliers = [.. awarded.Select(t => t.Bidder).Distinct()];
        bool unfilled = lot.OneTender ? awarded.Count == 0 : lot.MostSuppliers is { } most && suppliers.Length < most;
        int last = suppliers.Select(s => FirstPlace(lot, awarded.Where(t => t.Bidder == s))).DefaultIfEmpty(-1).Max();
        return
        [
            .. from place in lot.Places.Index()
               from tender in place.Item.OrderBy(t => t.Label, StringComparer.Ordinal)
               where !awarded.Contains(tender)
               where unfilled || free.Contains(tender) || (place.Index < last && !suppliers.Contains(tender.Bidder))
               select tender,
        ];
    }

    private static int FirstPlace(LotInLine lot, IEnumerable<PlacedTender> of) => of.Select(t => lot.Places.Index().First(p => p.Item.Contains(t)).Index).Min();

    private static bool MayTake(LotInLine lot, List<PlacedTender> awarded, PlacedTender tender, Func<OrganisationId, int> room)
    {
        if (awarded.Count(t => t.Bidder == tender.Bidder) >= room(tender.Bidder) || (lot.OneTender && awarded.Count > 0))
        {
            return false;
        }

        return lot.MostSuppliers is not { } most || awarded.Exists(t => t.Bidder == tender.Bidder) || awarded.Select(t => t.Bidder).Distinct().Count() < most;
    }
}
