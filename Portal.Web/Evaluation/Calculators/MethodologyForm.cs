using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>How a simulated lot is to be assessed, read from its criteria, rounding, tie ladder and screen.</summary>
internal static class MethodologyForm
{
    private const int MostCriteria = 200;

    /// <summary>The methodology, or null when its fields have faults (which are noted).</summary>
    public static LotMethodology? Read(JsonShape shape, string lot)
    {
        List<QualityCriterion> quality = [];
        (string Id, PriceRule Rule)? price = null;
        HashSet<string> seen = [];
        foreach (JsonShape criterion in shape.Objects("criteria", MostCriteria))
        {
            if (!criterion.Has("price"))
            {
                AddQuality(criterion, seen, quality);
            }
            else if (price is not null)
            {
                criterion.Fault("price", "A lot has at most one price criterion");
            }
            else
            {
                price = Price(criterion, seen);
            }
        }

        LotMethodology read = With(shape, new LotMethodology(lot, quality) { PriceCriterion = price?.Id, Price = price?.Rule });
        return shape.Errors.Any ? null : read;
    }

    private static LotMethodology With(JsonShape shape, LotMethodology methodology)
    {
        JsonShape? rounding = shape.Object("rounding");
        decimal? percent = shape.Object("abnormallyLow")?.Number("belowPercentOfMeanOfOthers", required: true);
        if (percent is < 0 or > 100)
        {
            shape.Fault("abnormallyLow.belowPercentOfMeanOfOthers", "Enter a percentage between 0 and 100");
        }

        return methodology with
        {
            Decimals = rounding?.Whole("decimals", 0, 12) ?? 2,
            TiesOn = rounding?.Choice<TiesOn>("tiesOn") ?? TiesOn.Rounded,
            TieLadder = shape.Choices<TieRung>("tieLadder"),
            AbnormallyLowPercent = percent,
        };
    }

    private static string? Id(JsonShape criterion, HashSet<string> seen)
    {
        string? id = criterion.Text("id", required: true);
        if (id is not null && !seen.Add(id))
        {
            criterion.Fault("id", $"Criterion {id} is listed twice");
        }

        return id;
    }

    private static void AddQuality(JsonShape shape, HashSet<string> seen, List<QualityCriterion> quality)
    {
        string? id = Id(shape, seen);
        decimal? weight = shape.Number("weight", required: true);
        decimal? scale = shape.Number("scale", required: true);
        decimal? minimum = shape.Number("minimum");
        decimal? step = shape.Number("step");
        if (id is not null && weight is not null && scale is not null)
        {
            quality.Add(new QualityCriterion(id, weight.Value, scale.Value, minimum, step ?? 1));
        }
    }

    private static (string Id, PriceRule Rule)? Price(JsonShape shape, HashSet<string> seen)
    {
        string? id = Id(shape, seen);
        if (shape.Has("minimum"))
        {
            shape.Fault("minimum", "A price criterion has no minimum; use a ceiling that rejects");
        }

        if (shape.Object("price") is not { } price)
        {
            return null;
        }

        PriceMethod? method = PriceRuleForm.Method(price);
        decimal? weight = shape.Number("weight", required: PriceRuleForm.NeedsWeight(method));
        return PriceRuleForm.Read(price, method, weight) is { } rule && id is not null ? (id, rule) : null;
    }
}
