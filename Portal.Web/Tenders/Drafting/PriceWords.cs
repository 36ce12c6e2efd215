using System.Globalization;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>The price methods and rules in words, with their formulas (C1).</summary>
public static class PriceWords
{
    public static IReadOnlyList<Choice> Methods { get; } =
    [
        new("lowestPrice", "Relative to the lowest price", "Weight × lowest ÷ price"),
        new("linear", "Between lowest and highest", "Weight × (highest − price) ÷ (highest − lowest)"),
        new("differential", "By how much dearer than the lowest", "Weight × (1 − (price − lowest) ÷ lowest), not below 0"),
        new("mean", "Against the mean", "50 − 100 × (price − mean) ÷ mean, from 0 to 100, × weight ÷ 100"),
        new("ceilingFloor", "Between a published ceiling and floor", "Weight × (ceiling − price) ÷ (ceiling − floor)"),
        new("benchmark", "Against a published benchmark", "Weight × the lesser of 1 and benchmark ÷ price"),
        new("pricePerQualityPoint", "Price for each quality point", "Price ÷ quality, lowest wins; the price weight is 0"),
        new("fixedPrice", "Fixed price, quality decides", "The price weight is 0"),
    ];

    public static IReadOnlyList<Choice> Ladder { get; } =
    [
        new("higherQualityTotal", "The higher quality total"),
        new("heaviestCriterion", "The higher score in the heaviest quality criterion"),
        new("lowerPrice", "The lower price"),
        new("refer", "Refer to legal"),
    ];

    public static IReadOnlyList<Choice> SingleBid { get; } = [new("fullMarks", "Full marks")];

    public static IReadOnlyList<Choice> NilPrice { get; } = [new("refuse", "Refused"), new("fullMarks", "Full marks; the lowest is taken over the others")];

    public static IReadOnlyList<Choice> Ties { get; } = [new("rounded", "Rounded totals"), new("exact", "Exact totals")];

    /// <summary>The published formula (C2-01).</summary>
    public static string Formula(string method) => Methods.FirstOrDefault(m => m.Value == method)?.Hint ?? "";

    /// <summary>Every published setting that could change a result, as a sentence's end.</summary>
    public static string Settings(PriceMethodChoice choice) => string.Concat(
        choice.OpenBook ? ", of the whole itemised open-book package and no unit price in it (specialist lot)" : "",
        choice.Ceiling is { } ceiling ? $", ceiling {ceiling}{(choice.RejectAboveCeiling ? " (dearer is rejected)" : "")}" : "",
        choice.Floor is { } floor ? $", floor {floor}" : "",
        choice.Benchmark is { } benchmark ? $", benchmark {benchmark}" : "",
        choice.SingleBidRule is null ? "" : ", a single bid gets full marks",
        choice.NilPriceRule is { } nil ? $", a price of £0: {NilPrice.First(n => n.Value == nil).Text.ToLowerInvariant()}" : "",
        choice.AbnormallyLowBelowPercent is { } screen ? string.Create(CultureInfo.InvariantCulture, $", a price below {screen:0.##}% of the mean of the others is asked about before an award") : "",
        $", totals rounded to {choice.Decimals} places, ties judged on {choice.TiesOn} totals");

    public static string InWords(string method) => Methods.FirstOrDefault(m => m.Value == method)?.Text ?? method;
}
