using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Reads a lot's published method as the arithmetic takes it: only what was published, as it was published (C2-02).</summary>
public static class PublishedMethod
{
    public static LotMethodology Of(Lot lot)
    {
        PriceMethodChoice choice = lot.PriceMethod;
        Criterion? price = lot.PriceCriterion;
        return new LotMethodology(lot.Number, [.. lot.QualityCriteria.Select(c => new QualityCriterion(c.Code, c.Weight, c.Scale, c.Minimum))])
        {
            PriceCriterion = price?.Code,
            Price = price is null ? null : Rule(choice, price.Weight),
            Decimals = choice.Decimals,
            TiesOn = Word<TiesOn>(choice.TiesOn),
            TieLadder = [.. choice.TieLadder.Select(Word<TieRung>)],
            AbnormallyLowPercent = choice.AbnormallyLowBelowPercent,
        };
    }

    /// <summary>The one price of a bid that the method assesses: a line, or the sum of all lines; null where the bid leaves it out.</summary>
    public static Money? AssessedPrice(Lot lot, IReadOnlyDictionary<string, decimal> prices)
    {
        if (lot.PriceMethod.AssessedLine != PriceMethodChoice.SumOfLines)
        {
            return prices.TryGetValue(lot.PriceMethod.AssessedLine, out decimal line) ? new Money(line) : null;
        }

        bool complete = lot.PriceLines.Where(l => l.Required).All(l => prices.ContainsKey(l.Code));
        return complete && prices.Count > 0 ? new Money(lot.PriceLines.Sum(l => prices.GetValueOrDefault(l.Code))) : null;
    }

    private static PriceRule Rule(PriceMethodChoice choice, decimal weight) => new(Word<PriceMethod>(choice.Method), weight)
    {
        Ceiling = choice.Ceiling,
        Floor = choice.Floor,
        Benchmark = choice.Benchmark,
        RejectAboveCeiling = choice.RejectAboveCeiling,
        SingleBid = choice.SingleBidRule is null ? PriceException.Refuse : Word<PriceException>(choice.SingleBidRule),
        NilPrice = choice.NilPriceRule is null ? PriceException.Refuse : Word<PriceException>(choice.NilPriceRule),
    };

    private static TWord Word<TWord>(string word)
        where TWord : struct, Enum =>
        Enum.TryParse(word, ignoreCase: true, out TWord known) && !char.IsAsciiDigit(word[0])
            ? known
            : throw new RuleBroken("METHOD_UNKNOWN", $"The published method says “{word}”, which the arithmetic does not know.", "C2-01");
}
