using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>What a lot lacks before the public may see it.</summary>
internal static class LotReadiness
{
    public static IEnumerable<Reason> OfCriteria(Lot lot)
    {
        if (lot.PriceCriterion is null || lot.Criteria.Count(c => c.Kind == CriterionKind.Price) != 1)
        {
            yield return Found(lot, "PRICE_CRITERION", "needs exactly one price criterion", "C1-09");
        }

        if (!lot.QualityCriteria.Any())
        {
            yield return Found(lot, "QUALITY_CRITERION", "needs at least one quality criterion", "A4-10");
        }

        decimal sum = lot.Criteria.Sum(c => c.Weight);
        if (lot.Criteria.Count > 0 && sum != 100m)
        {
            yield return Found(lot, "WEIGHTS", $"has weights that add up to {sum.ToString("0.####", CultureInfo.InvariantCulture)}; they must add up to exactly 100", "A4-12");
        }

        foreach (Reason reason in lot.QualityCriteria.SelectMany(c => OfScale(lot, c)))
        {
            yield return reason;
        }

        if (lot.PriceCriterion is { } price && lot.PriceMethod.PriceWeighsNothing != (price.Weight == 0))
        {
            yield return Found(lot, "PRICE_WEIGHT", lot.PriceMethod.PriceWeighsNothing ? "has a price method that gives no points: its price weight must be 0" : "needs a price weight above 0 for its price method", "C1-09");
        }
    }

    public static IEnumerable<Reason> OfQuestions(Lot lot)
    {
        foreach (Criterion criterion in lot.QualityCriteria.Where(c => !lot.Questions.Any(q => q.CriterionCode == c.Code)))
        {
            yield return Found(lot, "CRITERION_UNASKED", $"asks nothing under “{criterion.Title}” ({criterion.Code}), so it could not be scored", "A4-05");
        }

        foreach (LotQuestion question in lot.Questions)
        {
            if (question.CriterionCode is { } code && !lot.QualityCriteria.Any(c => c.Code == code))
            {
                yield return Found(lot, "QUESTION_CRITERION", $"has question {question.Code} under {code}, which is not one of its quality criteria", "C2-02");
            }

            if (question.Kind == QuestionKind.Choice && question.Options.Count < 2)
            {
                yield return Found(lot, "QUESTION_OPTIONS", $"has question {question.Code} with fewer than two options", "A4-05");
            }
        }
    }

    public static IEnumerable<Reason> OfPrices(Lot lot)
    {
        if (lot.PriceLines.Count == 0)
        {
            yield return Found(lot, "NO_PRICE_LINES", "asks for no price", "A4-05");
        }
        else if (lot.PriceMethod.AssessedLine != PriceMethodChoice.SumOfLines && !lot.PriceLines.Any(l => l.Code == lot.PriceMethod.AssessedLine && l.Required))
        {
            yield return Found(lot, "ASSESSED_LINE", "must name a required price line to assess, or the sum of all", "C2-01");
        }

        foreach (string missing in MissingSettings(lot.PriceMethod))
        {
            yield return Found(lot, "PRICE_METHOD", missing, "C2-01");
        }

        foreach (Reason undefined in MethodReadiness.WhatIsUndefined(lot))
        {
            yield return undefined;
        }

        foreach (Reason contest in OpenBookPackage.WhatIsWrong(lot))
        {
            yield return contest;
        }

        if (lot.PriceMethod.TieLadder.Count == 0)
        {
            yield return Found(lot, "TIE_LADDER", "must say how a tie is settled; “refer” is enough", "C2-11");
        }
    }

    public static IEnumerable<Reason> OfEvidence(Lot lot)
    {
        foreach (RequiredDocument document in lot.RequiredDocuments.Where(d => d.MaxBytes < 1 || d.Types.Count == 0))
        {
            yield return Found(lot, "EVIDENCE_LIMITS", $"must say how large {document.Title} may be and in which file types", "A4-05");
        }
    }

    private static IEnumerable<Reason> OfScale(Lot lot, Criterion criterion)
    {
        if (criterion.Scale is < 1 or > 10 || criterion.Descriptors.Count != criterion.Scale + 1 || criterion.Descriptors.Any(string.IsNullOrWhiteSpace))
        {
            yield return Found(lot, "SCALE", $"must say what each score from 0 to {criterion.Scale} means under “{criterion.Title}” ({criterion.Code})", "C2-01");
        }

        if (criterion.Minimum is { } minimum && (minimum < 1 || minimum > criterion.Scale))
        {
            yield return Found(lot, "MINIMUM", $"has a minimum of {minimum} under {criterion.Code}, which is not on its scale", "A4-11");
        }
    }

    private static IEnumerable<string> MissingSettings(PriceMethodChoice choice)
    {
        if (choice.Method is not ("lowestPrice" or "linear" or "differential" or "mean" or "ceilingFloor" or "benchmark" or "pricePerQualityPoint" or "fixedPrice"))
        {
            yield return "needs a price method";
        }

        if (choice.Method == "ceilingFloor" && !(choice.Ceiling > choice.Floor))
        {
            yield return "needs a ceiling above its floor for its price method";
        }

        if (choice.Method == "benchmark" && !(choice.Benchmark > Money.Zero))
        {
            yield return "needs a published benchmark price for its price method";
        }

        if (choice.RejectAboveCeiling && choice.Ceiling is null)
        {
            yield return "rejects prices above a ceiling but names no ceiling";
        }
    }

    private static Reason Found(Lot lot, string code, string what, string rule) => new(code, $"Lot {lot.Number} {what}.", rule, $"Lots[{lot.Number}]");
}
