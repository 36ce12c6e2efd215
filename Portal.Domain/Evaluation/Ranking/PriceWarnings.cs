using System.Globalization;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>What in the prices of a lot should be looked at before anything is recommended. Context only: it scores nothing and takes nobody out (A4-04).</summary>
public static class PriceWarnings
{
    /// <summary>Pence read for pounds are a hundred times off; prices differ among themselves, so half of that is asked about.</summary>
    private const int FarOff = 50;

    /// <summary>Pounds a week: average of the 15 largest providers of children's homes in 2020 (CMA market study 2022; care-sector §2).</summary>
    private static readonly Money CmaResidentialWeek = new(3830m);

    /// <param name="register">The middle of the national price register for this service and unit, where enough providers are behind it.</param>
    public static IReadOnlyList<Warning> Of(Lot lot, IReadOnlyList<RankedTender> rows, LotOutcome outcome, Money? register) =>
        [.. FarFromTheOthers(lot, rows), .. Single(rows, outcome), .. OverContext(lot, rows, outcome, register)];

    private static IEnumerable<Warning> FarFromTheOthers(Lot lot, IReadOnlyList<RankedTender> rows)
    {
        RankedTender[] priced = [.. rows.Where(r => r.Price > Money.Zero)];
        RankedTender[] sorted = [.. priced.OrderBy(r => r.Price!.Value.Amount)];
        foreach (RankedTender row in priced)
        {
            decimal[] others = [.. sorted.Where(o => o.Bidder != row.Bidder).Select(o => o.Price!.Value.Amount)];
            (Money? against, string what) = others.Length > 0 ? (new Money(Middle(others)), "the middle of the other suppliers’ prices") : (lot.PriceMethod.Ceiling, "the published ceiling");
            decimal price = row.Price!.Value.Amount;
            if (against is { } known && (price * FarOff <= known.Amount || price >= known.Amount * FarOff))
            {
                yield return new Warning("PRICE_FAR_OFF", $"The price of {row.Label}, {row.Price}, is more than {FarOff} times {(price < known.Amount ? "below" : "above")} {what} ({known}). Pence may have been entered for pounds, or a year for a week. Ask the bidder to explain it; the price itself cannot change.");
            }
        }
    }

    private static IEnumerable<Warning> Single(IReadOnlyList<RankedTender> rows, LotOutcome outcome) =>
        rows.Where(r => r.Rank is not null).Select(r => r.Bidder).Distinct().Count() == 1 && outcome.Warnings.All(w => w.Code != "SINGLE_BID")
            ? [new Warning("SINGLE_BID", "Only one supplier’s tender is placed on this lot. Compare its price with what is paid elsewhere before recommending it.")]
            : [];

    private static IEnumerable<Warning> OverContext(Lot lot, IReadOnlyList<RankedTender> rows, LotOutcome outcome, Money? register)
    {
        if (rows.FirstOrDefault(r => r.Label == outcome.Winner)?.Price is not { } price)
        {
            yield break;
        }

        if (register is { } middle && price > middle)
        {
            yield return new Warning("OVER_REGISTER", $"The first price, {price}, is {Percent(price, middle)} above the middle of the national price register for this service ({middle}). Context only; it is no part of any score.");
        }

        if (lot.ServiceType == "residential" && UnitOf(lot) == "week" && price > CmaResidentialWeek)
        {
            yield return new Warning("OVER_CMA", $"The first price, {price}, is {Percent(price, CmaResidentialWeek)} above the {CmaResidentialWeek} a week that the CMA found on average for the 15 largest providers of children’s homes in 2020. Context only; prices have risen since.");
        }
    }

    /// <summary>The unit of the one line that is assessed; null where lines are added up.</summary>
    public static string? UnitOf(Lot lot) => lot.PriceLines.FirstOrDefault(l => l.Code == lot.PriceMethod.AssessedLine)?.Unit;

    private static decimal Middle(decimal[] sorted) => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : decimal.Round((sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2m, 4, MidpointRounding.AwayFromZero);

    private static string Percent(Money price, Money than) => string.Create(CultureInfo.InvariantCulture, $"{decimal.Round((price.Amount - than.Amount) * 100m / than.Amount, 1, MidpointRounding.AwayFromZero):0.#}%");
}
