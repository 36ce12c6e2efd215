using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A price preview as asked for: the rule, the prices and the decimals to show.</summary>
internal sealed record PricePreviewForm(PriceRule Rule, IReadOnlyList<PricedBid> Bids, int Decimals)
{
    private const int MostPrices = 10_000;

    /// <summary>The form, or null when something is wrong (which is noted).</summary>
    public static PricePreviewForm? Read(JsonShape shape)
    {
        int decimals = shape.Whole("decimals", 0, 12) ?? 4;
        PriceMethod? method = PriceRuleForm.Method(shape);
        decimal? weight = shape.Number("weight", required: PriceRuleForm.NeedsWeight(method));
        IReadOnlyList<PricedBid?> bids = ReadBids(shape, method == PriceMethod.PricePerQualityPoint);
        return PriceRuleForm.Read(shape, method, weight) is { } rule ? new PricePreviewForm(rule, [.. bids.OfType<PricedBid>()], decimals) : null;
    }

    private static List<PricedBid?> ReadBids(JsonShape shape, bool quality)
    {
        HashSet<string> seen = [];
        List<PricedBid?> bids = [];
        foreach (JsonShape price in shape.Objects("prices", MostPrices))
        {
            bids.Add(ReadBid(price, quality, seen));
        }

        return bids;
    }

    private static PricedBid? ReadBid(JsonShape shape, bool needsQuality, HashSet<string> seen)
    {
        string? bid = shape.Text("bid", required: true);
        Money? price = shape.Amount("price", required: true);
        decimal? quality = shape.Number("quality", required: needsQuality);
        if (quality < 0)
        {
            shape.Fault("quality", "Enter quality points that are not negative");
        }

        if (bid is not null && !seen.Add(bid))
        {
            shape.Fault("bid", $"Bid {bid} is listed twice");
        }

        return bid is null || price is null ? null : new PricedBid(bid, price.Value, quality is { } points ? (Ratio)points : null);
    }
}
