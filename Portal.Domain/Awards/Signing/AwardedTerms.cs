using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>A home's price terms as bid: the assessed line is the core fee, known lines become the extras of the schedule.</summary>
internal static class AwardedTerms
{
    private const string Core = "core";

    /// <summary>Of a specialist lot the core fee is the whole package, and nothing is charged beside it (C2-15).</summary>
    public static PriceTerms Of(Lot lot, IReadOnlyDictionary<string, decimal> prices) => lot.PriceMethod.OpenBook ? new PriceTerms { Core = new Money(lot.PriceLines.Sum(l => prices.GetValueOrDefault(l.Code))) } : new()
    {
        Core = new Money(prices.GetValueOrDefault(CoreLine(lot), 0m)),
        OneToOneHour = Extra(lot, prices, "oneToOne"),
        EducationWeek = Extra(lot, prices, "education"),
        TherapyHour = Extra(lot, prices, "therapy"),
        TransportMile = Extra(lot, prices, "transport"),
        ShortBreakNight = Extra(lot, prices, "shortBreak"),
    };

    /// <summary>What the core fee is for: week, night …</summary>
    public static string Unit(Lot lot) => lot.PriceLines.FirstOrDefault(l => l.Code == CoreLine(lot))?.Unit ?? "week";

    private static string CoreLine(Lot lot)
    {
        string assessed = lot.PriceMethod.AssessedLine;
        return lot.PriceLines.Any(l => l.Code == Core) ? Core
            : assessed != PriceMethodChoice.SumOfLines ? assessed
            : lot.PriceLines.Count > 0 ? lot.PriceLines[0].Code : Core;
    }

    private static Money? Extra(Lot lot, IReadOnlyDictionary<string, decimal> prices, string begins) =>
        lot.PriceLines.FirstOrDefault(l => l.Code != CoreLine(lot) && l.Code.StartsWith(begins, StringComparison.OrdinalIgnoreCase)) is { } line
        && prices.TryGetValue(line.Code, out decimal price) ? new Money(price) : null;
}
