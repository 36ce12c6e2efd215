using System.Globalization;
using System.Text.Json.Serialization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>What a lot limit counts: lots, or homes over all lots.</summary>
public enum LimitCounts
{
    Lots,
    Homes,
}

/// <summary>The objective mechanism by which it is settled which lots a supplier at its limit is awarded (s.20, A4-13, C2-12).</summary>
public enum LotMechanism
{
    /// <summary>Lots are awarded one after another in the published order; who has reached the limit is passed over.</summary>
    OrderOfLots,

    /// <summary>Of all awards within the limit, the one whose winning tenders have the highest sum of total scores.</summary>
    BestTotal,
}

/// <summary>How much one supplier may be awarded over all lots, and by which mechanism; published and frozen with the method (A4-13, C2-12).</summary>
public sealed record LotLimit
{
    /// <summary>How many places, lots times suppliers to a lot, the best total is worked out for; more is refused when the limit is designed.</summary>
    public const int MostPlaces = 1000;

    private const int MostLots = 100;

    public int Most { get; init; } = 1;

    public LimitCounts Counts { get; init; }

    public LotMechanism Mechanism { get; init; }

    /// <summary>Every lot once, first to be awarded first; under the best total it settles what the totals leave open.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Under the best total: a lot may go to several suppliers, so that places and not lots are filled. Left out of the frozen text where it does not hold, as it was before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SeveralToALot { get; init; }

    /// <summary>A lot for which no other compliant tender remains is awarded as if there were no limit.</summary>
    public bool LiftedWhereNoneRemains { get; init; }

    /// <summary>The limit as the notice and the letters word it.</summary>
    public string InWords => $"{AtMost} {How} {Lifted}".TrimEnd();

    private string AtMost => Counts == LimitCounts.Lots
        ? $"One supplier is awarded at most {Number(Most, "lot", "lots")}."
        : $"One supplier is awarded at most {Number(Most, "home", "homes")} over all lots.";

    private string How => Mechanism == LotMechanism.OrderOfLots
        ? $"Lots are awarded in the order {OrderInWords}: in each, tenders come in the order of the ranking, and a supplier that has reached the limit is passed over."
        : SeveralToALot
        ? $"Of all awards within the limit, those that fill the most places are looked at (a place is one supplier on one lot), and of these the one with the highest sum of total scores (rounded or exact, as ties are judged; of a supplier with several homes on a lot the best) is made; where several are equal, the one that gives the earliest lot in the order {OrderInWords} its best-ranked tenders."
        : $"Of all awards within the limit, those that leave the fewest lots without award are looked at, and of these the one with the highest sum of total scores (rounded or exact, as ties are judged) is made; where several are equal, the one that gives the earliest lot in the order {OrderInWords} its best-ranked tender.";

    private string Lifted => LiftedWhereNoneRemains
        ? "A lot for which no other compliant tender remains is awarded as if there were no limit."
        : "A lot for which only suppliers at their limit remain is not awarded.";

    private string OrderInWords => string.Join(", ", Order);

    /// <summary>The limit as it applies to this tender's lots.</summary>
    public LotLimit For(FrameworkTerms? framework) => this with { SeveralToALot = Mechanism == LotMechanism.BestTotal && framework is { MostSuppliers: not 1 } };

    /// <summary>What keeps the limit from being published with this tender.</summary>
    public IEnumerable<Reason> Faults(Tender tender)
    {
        if (Most < 1 || (Counts == LimitCounts.Lots && Most >= tender.Lots.Count))
        {
            yield return new Reason("LIMIT_MOST", Counts == LimitCounts.Lots
                ? $"A limit of {Number(Most, "lot", "lots")} limits nothing in a tender of {Number(tender.Lots.Count, "lot", "lots")}. Choose fewer, or no limit."
                : "Say how many homes one supplier may be awarded at most.", "A4-13", "Most");
        }

        if (!Order.Order(StringComparer.Ordinal).SequenceEqual(tender.Lots.Select(l => l.Number).Order(StringComparer.Ordinal)))
        {
            yield return new Reason("LIMIT_ORDER", "Name every lot of the tender once, in the order in which lots are awarded.", "A4-13", "Order");
        }

        if (Counts == LimitCounts.Homes && !tender.Lots.Any(l => l.PerHome))
        {
            yield return new Reason("LIMIT_HOMES", "No lot is bid for per home, so a limit in homes limits nothing. Count lots.", "A4-13", "Counts");
        }

        if (Mechanism == LotMechanism.BestTotal && WhyNoTotal(tender) is { } why)
        {
            yield return new Reason("LIMIT_TOTALS", why, "A4-13", "Mechanism");
        }
    }

    private string? WhyNoTotal(Tender tender) =>
        Counts == LimitCounts.Homes ? "The best total is worked out over lots. Count lots, or award in the order of lots."
        : Places(tender) > MostPlaces || tender.Lots.Count > MostLots ? $"The best total is worked out exactly and never by approximation, for at most {MostLots} lots and {MostPlaces.ToString("N0", CultureInfo.InvariantCulture)} places (lots × suppliers to a lot). This tender has {Number(tender.Lots.Count, "lot", "lots")} and {Places(tender).ToString("N0", CultureInfo.InvariantCulture)} places. Award in the order of lots, or to fewer suppliers a lot."
        : tender.Lots.FirstOrDefault(l => l.PriceMethod.Method == "pricePerQualityPoint") is { } lot ? $"Lot {lot.Number} ranks by price per quality point, which cannot be added to other lots’ totals. Award in the order of lots."
        : null;

    // Where every supplier that qualifies is awarded, nobody takes a place from anybody, and nothing grows.
    private static int Places(Tender tender) => tender.Framework is null ? tender.Lots.Count : tender.Lots.Count * (tender.Framework.MostSuppliers ?? 0);

    private static string Number(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");
}
