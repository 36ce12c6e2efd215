using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Awards.Limiting;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Tests.Awards;

/// <summary>Awards within a published limit on lots: by example, and whatever the lots and tenders are.</summary>
public sealed class LotAllocationTests
{
    private static readonly OrganisationId[] Suppliers = [.. Enumerable.Range(1, 8).Select(i => OrganisationId.From(new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])))];

    private static PlacedTender Tender(string label, int total) => new(label, Suppliers[label[0] - 'A'], total);

    /// <summary>A lot written as "A90 B80=C80": best first, equals joined.</summary>
    private static LotInLine Lot(string number, string line) => new(
        number,
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => place.Split('=').Select(t => Tender(t[..^2], int.Parse(t[^2..], System.Globalization.CultureInfo.InvariantCulture))).ToArray())])
    { OneTender = true };

    private static LotLimit Limit(int most, LotMechanism mechanism, params string[] order) => new() { Most = most, Mechanism = mechanism, Order = order };

    private static string Shape(IEnumerable<LotGiven> given) => string.Join(" ", given.Select(g => $"{g.Number}:{string.Join("+", g.Awarded.Select(t => t.Label))}"));

    [Fact]
    public void Without_a_limit_the_first_gets_every_lot() =>
        Assert.Equal("1:A 2:A", Shape(LotAllocation.Of(null, [Lot("2", "A90 B80"), Lot("1", "A90 B80")])));

    [Fact]
    public void In_the_published_order_a_supplier_at_its_limit_is_passed_over_and_the_next_comes_forward()
    {
        LotInLine[] lots = [Lot("1", "A90 B80 C70"), Lot("2", "A95 B85"), Lot("3", "B60 A50 C40")];
        IReadOnlyList<LotGiven> given = LotAllocation.Of(Limit(1, LotMechanism.OrderOfLots, "2", "1", "3"), lots);
        Assert.Equal("2:A 1:B 3:C", Shape(given));
        Assert.Equal([[], ["A"], ["B", "A"]], given.Select(g => g.PassedOver.Select(t => t.Label)));
        Assert.Equal("1:A 2:B 3:C", Shape(LotAllocation.Of(Limit(1, LotMechanism.OrderOfLots, "1", "2", "3"), lots)));
    }

    [Fact]
    public void The_best_total_may_give_a_supplier_the_lot_where_it_is_worth_most()
    {
        // In order A takes lot 1 and lot 2 goes to B with 30; together A on lot 2 and B on lot 1 are worth more.
        LotInLine[] lots = [Lot("1", "A90 B89"), Lot("2", "A90 B30")];
        Assert.Equal("1:A 2:B", Shape(LotAllocation.Of(Limit(1, LotMechanism.OrderOfLots, "1", "2"), lots)));
        IReadOnlyList<LotGiven> best = LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "1", "2"), lots);
        Assert.Equal("1:B 2:A", Shape(best));
        Assert.Equal("A", Assert.Single(best[0].PassedOver).Label);
        Assert.Empty(best[1].PassedOver);
    }

    [Fact]
    public void The_best_total_leaves_no_lot_empty_that_somebody_could_have()
    {
        // 99 and nothing is less than 10 and 20: lots without award count first.
        Assert.Equal("1:B 2:A", Shape(LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "1", "2"), [Lot("1", "A99 B10"), Lot("2", "A20")])));
    }

    [Fact]
    public void Equal_sums_go_by_the_published_order_of_lots()
    {
        LotInLine[] lots = [Lot("1", "A90 B80"), Lot("2", "A90 B80")];
        Assert.Equal("1:A 2:B", Shape(LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "1", "2"), lots)));
        Assert.Equal("2:A 1:B", Shape(LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "2", "1"), lots)));
    }

    [Theory]
    [InlineData(LotMechanism.OrderOfLots)]
    [InlineData(LotMechanism.BestTotal)]
    public void Labels_never_decide_between_equals_to_whom_the_award_comes_down(LotMechanism mechanism)
    {
        IReadOnlyList<LotGiven> given = LotAllocation.Of(Limit(1, mechanism, "1", "2"), [Lot("1", "A90 B80=C80"), Lot("2", "A95 B80=C80")]);
        Assert.Contains(given, g => g.Unsettled.SequenceEqual(["B", "C"]));
        Assert.All(LotAllocation.Of(Limit(1, mechanism, "1", "2"), [Lot("1", "A90 B80=C80"), Lot("2", "D95 B80=C80")]), g => Assert.Empty(g.Unsettled));
    }

    [Fact]
    public void A_lot_for_which_only_suppliers_at_their_limit_remain_is_awarded_only_where_that_was_published()
    {
        LotInLine[] lots = [Lot("1", "A90"), Lot("2", "A80")];
        LotLimit limit = Limit(1, LotMechanism.OrderOfLots, "1", "2");
        Assert.Equal("1:A 2:", Shape(LotAllocation.Of(limit, lots)));
        IReadOnlyList<LotGiven> lifted = LotAllocation.Of(limit with { LiftedWhereNoneRemains = true }, lots);
        Assert.Equal("1:A 2:A", Shape(lifted));
        Assert.Equal([false, true], lifted.Select(g => g.LimitLifted));
    }

    [Fact]
    public void Homes_are_counted_over_all_lots_and_the_rest_of_a_suppliers_homes_stay_out()
    {
        LotInLine one = new("1", [[Tender("A1", 90)], [Tender("B1", 85)], [Tender("A2", 80)], [Tender("A3", 70)]]);
        LotInLine two = new("2", [[Tender("A4", 90)], [Tender("B2", 60)]]);
        IReadOnlyList<LotGiven> given = LotAllocation.Of(new LotLimit { Most = 2, Counts = LimitCounts.Homes, Order = ["1", "2"] }, [one, two]);
        Assert.Equal("1:A1+B1+A2 2:B2", Shape(given));
        Assert.Equal([["A3"], ["A4"]], given.Select(g => g.PassedOver.Select(t => t.Label)));
    }

    [Fact]
    public void Where_a_framework_takes_two_suppliers_a_lot_the_third_comes_forward_for_one_at_its_limit()
    {
        LotInLine[] lots = [.. new[] { Lot("1", "A90 B80 C70 D60"), Lot("2", "A90 D85 B80 C70") }.Select(l => l with { OneTender = false, MostSuppliers = 2 })];
        IReadOnlyList<LotGiven> given = LotAllocation.Of(Limit(1, LotMechanism.OrderOfLots, "1", "2"), lots);
        Assert.Equal("1:A+B 2:D+C", Shape(given));
        Assert.Equal(["A", "B"], given[1].PassedOver.Select(t => t.Label));
    }

    [Fact]
    public void The_best_total_fills_every_place_of_lots_that_go_to_several()
    {
        // In order lot 1 takes A and B, and lot 2 is left C alone; the best total spreads A and B so that all four places are filled.
        LotInLine[] lots = [.. new[] { Lot("1", "A90 B80 C70 D60"), Lot("2", "A90 B85 C20") }.Select(l => l with { OneTender = false, MostSuppliers = 2 })];
        Assert.Equal("1:A+B 2:C", Shape(LotAllocation.Of(Limit(1, LotMechanism.OrderOfLots, "1", "2"), lots)));
        Assert.Equal("1:C+D 2:A+B", Shape(LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "1", "2"), lots)));
    }

    [Fact]
    public void Where_lots_take_everybody_each_supplier_gets_the_lots_where_it_is_worth_most_with_all_its_homes()
    {
        LotInLine one = new("1", [[Tender("A1", 90)], [Tender("B1", 85)], [Tender("A2", 40)]]);
        LotInLine two = new("2", [[Tender("B2", 95)], [Tender("A3", 60)]]);
        Assert.Equal("1:A1+A2 2:B2", Shape(LotAllocation.Of(Limit(1, LotMechanism.BestTotal, "1", "2"), [one, two])));
    }

    [Fact]
    public void The_best_total_over_places_is_the_best_of_all_awards_within_the_limit() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Arb.From(from made in Any from most in Gen.Choose(1, 3) select (made.Limit, made.Lots, Most: most)), made =>
        {
            LotInLine[] some = [.. made.Lots.Take(2).Select(l => l with { OneTender = false, MostSuppliers = made.Most, Places = [.. l.Places.Take(3).Select(p => p.Take(2).ToArray())] })];
            IReadOnlyList<LotGiven> given = LotAllocation.Of(made.Limit with { Mechanism = LotMechanism.BestTotal }, some);
            (int, Ratio) found = (given.Sum(g => g.Awarded.Count), Ratio.Sum(given.SelectMany(g => g.Awarded).Select(t => t.Total)));
            return found == Subsets(made.Limit.Most, some, 0, []) && given.SelectMany(g => g.Awarded).GroupBy(t => t.Bidder).All(g => g.Count() <= made.Limit.Most) && given.All(g => g.Awarded.Count <= made.Most);
        }));

    /// <summary>Every award of several to a lot, tried one by one: the most places filled, then the highest sum.</summary>
    private static (int Filled, Ratio Total) Subsets(int most, LotInLine[] lots, int at, PlacedTender[] held)
    {
        if (at == lots.Length)
        {
            return (held.Length, Ratio.Sum(held.Select(t => t.Total)));
        }

        PlacedTender[] line = [.. lots[at].Places.SelectMany(p => p)];
        return Enumerable.Range(0, 1 << line.Length)
            .Select(chosen => line.Where((_, i) => (chosen & (1 << i)) != 0).ToArray())
            .Where(some => some.Length <= lots[at].MostSuppliers && some.All(t => held.Count(h => h.Bidder == t.Bidder) < most))
            .Select(some => Subsets(most, lots, at + 1, [.. held, .. some])).Max();
    }

    /// <summary>One to five lots, up to eight suppliers on each, totals that often tie, a limit of either mechanism.</summary>
    private static readonly Gen<(LotLimit Limit, LotInLine[] Lots)> Any =
        from count in Gen.Choose(1, 5)
        from totals in Gen.Choose(0, 12).ListOf(count * 8)
        from most in Gen.Choose(1, 3)
        from mechanism in Gen.Elements(LotMechanism.OrderOfLots, LotMechanism.BestTotal)
        from shift in Gen.Choose(0, count - 1)
        select (new LotLimit { Most = most, Mechanism = mechanism, Order = [.. Enumerable.Range(0, count).Select(i => $"{((i + shift) % count) + 1}")] }, Lots(count, [.. totals]));

    private static LotInLine[] Lots(int count, int[] totals) =>
        [.. Enumerable.Range(0, count).Select(lot => new LotInLine($"{lot + 1}", Places(totals[(lot * 8)..((lot + 1) * 8)])) { OneTender = true })];

    // A total of 0 to 2 stands for no tender; equal totals share a place.
    private static PlacedTender[][] Places(int[] totals) =>
        [.. totals.Select((total, i) => new PlacedTender($"{(char)('A' + i)}", Suppliers[i], total)).Where(t => t.Total > 2).GroupBy(t => t.Total).OrderByDescending(g => g.Key).Select(g => g.ToArray())];

    private static void Holds(Func<LotLimit, LotInLine[], bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Arb.From(Any), made => property(made.Limit, made.Lots)));

    [Fact]
    public void The_limit_is_never_exceeded() =>
        Holds((limit, lots) => LotAllocation.Of(limit, lots).SelectMany(g => g.Awarded).GroupBy(t => t.Bidder).All(g => g.Count() <= limit.Most));

    [Fact]
    public void The_order_in_which_lots_and_tenders_are_given_changes_nothing() =>
        Holds((limit, lots) => Full(LotAllocation.Of(limit, lots)) == Full(LotAllocation.Of(limit, lots.Reverse().Select(l => l with { Places = [.. l.Places.Select(p => p.Reverse().ToArray())] }))));

    [Fact]
    public void A_lot_goes_without_award_only_when_every_tender_for_it_is_of_a_supplier_at_its_limit() =>
        Holds((limit, lots) =>
        {
            IReadOnlyList<LotGiven> given = LotAllocation.Of(limit, lots);
            return given.Where(g => g.Awarded.Count == 0).All(g => lots.Single(l => l.Number == g.Number).Places.SelectMany(p => p).All(t => Held(given, t.Bidder) == limit.Most));
        });

    [Fact]
    public void Nobody_with_room_left_is_placed_above_a_winner() =>
        Holds((limit, lots) =>
        {
            IReadOnlyList<LotGiven> given = LotAllocation.Of(limit, lots);
            return given.All(g => g.Awarded.All(won => lots.Single(l => l.Number == g.Number).Places.SelectMany(p => p).Where(t => t.Total > won.Total).All(t => Held(given, t.Bidder) == limit.Most)));
        });

    [Fact]
    public void The_best_total_is_the_best_of_all_awards_within_the_limit() =>
        Holds((limit, lots) =>
        {
            LotInLine[] some = lots[..Math.Min(lots.Length, 4)];
            IReadOnlyList<LotGiven> given = LotAllocation.Of(limit with { Mechanism = LotMechanism.BestTotal }, some);
            (int, Ratio) found = (given.Count(g => g.Awarded.Count > 0), Ratio.Sum(given.SelectMany(g => g.Awarded).Select(t => t.Total)));
            return found == Exhaustive(limit.Most, some, 0, []);
        });

    private static int Held(IEnumerable<LotGiven> given, OrganisationId supplier) => given.Count(g => g.Awarded.Any(t => t.Bidder == supplier));

    private static string Full(IEnumerable<LotGiven> given) =>
        string.Join("; ", given.Select(g => $"{g.Number}:{string.Join("+", g.Awarded)}/{string.Join("+", g.PassedOver)}/{string.Join("+", g.Unsettled)}/{g.LimitLifted}"));

    /// <summary>Every award there is, tried one by one: the most lots filled, then the highest sum.</summary>
    private static (int Filled, Ratio Total) Exhaustive(int most, LotInLine[] lots, int at, Dictionary<OrganisationId, int> held)
    {
        if (at == lots.Length)
        {
            return (0, Ratio.Zero);
        }

        (int Filled, Ratio Total) best = Exhaustive(most, lots, at + 1, held);
        foreach (PlacedTender tender in lots[at].Places.SelectMany(p => p).Where(t => held.GetValueOrDefault(t.Bidder) < most))
        {
            Dictionary<OrganisationId, int> with = new(held) { [tender.Bidder] = held.GetValueOrDefault(tender.Bidder) + 1 };
            (int filled, Ratio total) = Exhaustive(most, lots, at + 1, with);
            (int Filled, Ratio Total) made = (filled + 1, total + tender.Total);
            best = made.Filled > best.Filled || (made.Filled == best.Filled && made.Total > best.Total) ? made : best;
        }

        return best;
    }
}
