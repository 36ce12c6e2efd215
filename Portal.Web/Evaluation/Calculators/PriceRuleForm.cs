using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>The fields of a price method, as both calculators take them.</summary>
internal static class PriceRuleForm
{
    public static PriceMethod? Method(JsonShape shape) => shape.Choice<PriceMethod>("method", required: true);

    /// <summary>The price criterion of the methods that carry no weight may leave it out.</summary>
    public static bool NeedsWeight(PriceMethod? method) => method is not (null or PriceMethod.PricePerQualityPoint or PriceMethod.FixedPrice);

    /// <summary>The rule, or null when its fields have faults (which are noted).</summary>
    public static PriceRule? Read(JsonShape shape, PriceMethod? method, decimal? weight)
    {
        PriceRule read = new(method ?? PriceMethod.LowestPrice, weight ?? 0)
        {
            Ceiling = shape.Amount("ceiling"),
            Floor = shape.Amount("floor"),
            Benchmark = shape.Amount("benchmark"),
            RejectAboveCeiling = shape.Flag("rejectAboveCeiling"),
            SingleBid = shape.Choice<PriceException>("singleBidRule") ?? PriceException.Refuse,
            NilPrice = shape.Choice<PriceException>("nilPriceRule") ?? PriceException.Refuse,
        };

        if (shape.Errors.Any)
        {
            return null;
        }

        foreach (Reason fault in read.Faults())
        {
            shape.Fault(fault.Field!, fault.Text);
        }

        return shape.Errors.Any ? null : read;
    }
}
