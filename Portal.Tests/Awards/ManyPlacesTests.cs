using Portal.Domain.Awards.Limiting;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;

namespace Portal.Tests.Awards;

/// <summary>The best total over many lots, places and suppliers: exact at the size that is allowed, and refused by name beyond it when the limit is designed.</summary>
public sealed class ManyPlacesTests
{
    private const int Suppliers = 1000;

    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());

    /// <summary>A thousand suppliers on each of 20 lots, in another order on every lot; totals to two places, many of them equal.</summary>
    private static LotInLine[] Lots(int places) =>
        [.. Enumerable.Range(1, 20).Select(lot => new LotInLine($"{lot}", Line(lot)) { MostSuppliers = places })];

    private static PlacedTender[][] Line(int lot) =>
    [
        .. Enumerable.Range(0, Suppliers)
            .Select(i => new PlacedTender($"S{i:0000}", OrganisationId.From(new Guid(i + 1, 0, 0, new byte[8])), Ratio.Of(4000 + ((long)(i * 7919 + (lot * 104_729)) % 5801), 100)))
            .GroupBy(t => t.Total).OrderByDescending(g => g.Key).Select(g => g.ToArray()),
    ];

    private static LotLimit Limit(int most) => new() { Most = most, Mechanism = LotMechanism.BestTotal, Order = [.. Enumerable.Range(1, 20).Select(i => $"{i}")] };

    [Theory]
    [InlineData(1, 2)]
    [InlineData(30, 2)]
    public void A_thousand_suppliers_fill_every_place_within_the_limit_and_no_swap_is_worth_more(int places, int most)
    {
        LotInLine[] lots = Lots(places);
        IReadOnlyList<LotGiven> given = LotAllocation.Of(Limit(most), lots);
        Dictionary<OrganisationId, int> held = given.SelectMany(g => g.Awarded).GroupBy(t => t.Bidder).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(given, g => Assert.Equal(places, g.Awarded.Count));
        Assert.All(held.Values, lotsOf => Assert.InRange(lotsOf, 1, most));
        foreach (LotGiven lot in given)
        {
            HashSet<OrganisationId> winners = [.. lot.Awarded.Select(t => t.Bidder)];
            Ratio least = lot.Awarded.Min(t => t.Total);
            Assert.DoesNotContain(lots.Single(l => l.Number == lot.Number).Places.SelectMany(p => p), t => t.Total > least && !winners.Contains(t.Bidder) && held.GetValueOrDefault(t.Bidder) < most);
        }

        Assert.Empty(BetterExchanges(given, lots));
    }

    // Two suppliers that change lots: neither holds the other's lot, and together they would be worth more there.
    private static IEnumerable<string> BetterExchanges(IReadOnlyList<LotGiven> given, LotInLine[] lots)
    {
        Dictionary<string, Dictionary<OrganisationId, Ratio>> worth = lots.ToDictionary(l => l.Number, l => l.Places.SelectMany(p => p).ToDictionary(t => t.Bidder, t => t.Total));
        Dictionary<string, HashSet<OrganisationId>> holds = given.ToDictionary(g => g.Number, g => g.Awarded.Select(t => t.Bidder).ToHashSet());
        return from one in given
               from other in given
               where string.CompareOrdinal(one.Number, other.Number) < 0
               from a in one.Awarded
               from b in other.Awarded
               where !holds[other.Number].Contains(a.Bidder) && !holds[one.Number].Contains(b.Bidder)
               where worth[other.Number][a.Bidder] + worth[one.Number][b.Bidder] > a.Total + b.Total
               select $"{a.Label} on {one.Number} and {b.Label} on {other.Number}";
    }

    [Fact]
    public void More_places_than_are_worked_out_exactly_are_refused_by_name_when_the_limit_is_designed()
    {
        Tender tender = ATender.Ready(By, "WM-2026-0001", "1", "2", "3");
        LotLimit limit = new() { Most = 2, Mechanism = LotMechanism.BestTotal, Order = ["1", "2", "3"] };
        tender.SetUpFramework(Terms(334));
        Reason refused = Assert.Single(Assert.Throws<RuleBroken>(() => tender.LimitLots(limit)).Reasons);
        Assert.Equal(("LIMIT_TOTALS", "Mechanism"), (refused.Code, refused.Field));
        Assert.All((string[])["at most 100 lots and 1,000 places", "3 lots and 1,002 places", "Award in the order of lots"], part => Assert.Contains(part, refused.Text, StringComparison.Ordinal));
        tender.LimitLots(limit with { Mechanism = LotMechanism.OrderOfLots });
        tender.SetUpFramework(Terms(333));
        tender.LimitLots(limit);
        tender.SetUpFramework(Terms(null));
        tender.LimitLots(limit);
    }

    private static FrameworkTerms Terms(int? most) => new() { Ref = "WM-2027", StartsOn = new DateOnly(2027, 4, 1), EndsOn = new DateOnly(2031, 3, 31), SelectionProcess = "The best match among those that fit the child's needs.", MostSuppliers = most };
}
