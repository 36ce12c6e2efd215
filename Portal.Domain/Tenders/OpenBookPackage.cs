using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>The open-book package of a specialist lot: every kind of cost a week priced on its own line, and what keeps such a lot from being a contest of unit prices (C2-15).</summary>
public static class OpenBookPackage
{
    private const int FewestItems = 3;

    // Absolute: a bid's points do not hang on what the others ask (C1-05, C1-06, C1-08).
    private static readonly string[] Absolute = ["ceilingFloor", "benchmark", "fixedPrice"];

    /// <summary>The kinds of cost of a home, a week for each (care-sector §5).</summary>
    public static IReadOnlyList<PriceLine> UsualItems { get; } =
    [
        Item("careStaff", "Care staff"), Item("managers", "Registered Manager and deputies"), Item("agency", "Agency staff"), Item("onCosts", "Pension and national insurance"),
        Item("training", "Training and supervision"), Item("property", "Property, energy and repairs"), Item("food", "Food and household"), Item("allowances", "Allowances and activities of the child"),
        Item("transport", "Transport"), Item("therapy", "Therapy"), Item("education", "Education"), Item("insurance", "Insurance and the regulator’s fees"),
        Item("central", "Central costs and management charge"), Item("margin", "Surplus or profit"),
    ];

    /// <summary>What keeps the lot from being published as a specialist lot.</summary>
    public static IEnumerable<Reason> WhatIsWrong(Lot lot)
    {
        PriceMethodChoice choice = lot.PriceMethod;
        if (!choice.OpenBook)
        {
            yield break;
        }

        if (!Absolute.Contains(choice.Method))
        {
            yield return Found(lot, "SPECIALIST_CONTEST", "is a specialist lot, so its price is scored by a published ceiling and floor, by a benchmark, or not at all, and never against the other bids");
        }

        if (choice.AssessedLine != PriceMethodChoice.SumOfLines)
        {
            yield return Found(lot, "SPECIALIST_UNIT_PRICE", "is a specialist lot, so the whole package is assessed and no single price of it");
        }

        if (lot.PriceLines.Count < FewestItems || lot.PriceLines.Any(l => !l.Required) || lot.PriceLines.Select(l => l.Unit).Distinct().Count() > 1)
        {
            yield return Found(lot, "SPECIALIST_ITEMS", $"is a specialist lot, so it asks for at least {FewestItems} items of cost, each of them required and all for the same unit, so that they add up to the package");
        }

        if (choice.TieLadder.Contains("lowerPrice"))
        {
            yield return Found(lot, "SPECIALIST_TIE", "is a specialist lot, so a tie is not settled by the lower price");
        }
    }

    private static PriceLine Item(string code, string title) => new() { Code = code, Title = title, Unit = "week" };

    private static Reason Found(Lot lot, string code, string what) => new(code, $"Lot {lot.Number} {what}.", "C2-15", $"Lots[{lot.Number}]");
}
