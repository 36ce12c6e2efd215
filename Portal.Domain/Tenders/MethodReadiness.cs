using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Bids that the documents allow and for which the chosen price method has no score. Each must be settled by a published rule before the public sees the method.</summary>
public static class MethodReadiness
{
    public static IEnumerable<Reason> WhatIsUndefined(Lot lot)
    {
        PriceMethodChoice choice = lot.PriceMethod;
        if (DividesByPrice(choice.Method) && choice.NilPriceRule is null)
        {
            yield return Found(lot, "METHOD_UNDEFINED_NIL", "divides by prices and says nothing of a price of £0: publish that it is refused, or gets full marks", "C2-13");
        }

        if (choice.Method == "linear" && choice.SingleBidRule is null)
        {
            yield return Found(lot, "METHOD_UNDEFINED_EQUAL", "has no price score where a single bid is left or all prices are equal: publish that they get full marks, or choose another method", "C1-02");
        }

        if (choice.Method == "pricePerQualityPoint" && !lot.QualityCriteria.Any(c => c is { Weight: > 0, Minimum: >= 1 }))
        {
            yield return Found(lot, "METHOD_UNDEFINED_QUALITY", "divides by quality points, which may be none: give a weighted quality criterion a minimum of at least 1", "C1-07");
        }
    }

    private static bool DividesByPrice(string method) => method is "lowestPrice" or "differential" or "benchmark" or "mean";

    private static Reason Found(Lot lot, string code, string what, string rule) => new(code, $"Lot {lot.Number} {what}.", rule, $"Lots[{lot.Number}]");
}
