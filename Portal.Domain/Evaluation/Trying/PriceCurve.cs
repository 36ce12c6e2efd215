using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>A price and the score that one more bid would get for it beside the bids tried; no score where the price would be rejected.</summary>
public sealed record CurvePoint(Money Price, Ratio? Score);

/// <summary>Score against price for a method, with the bids tried held as they are.</summary>
public sealed record PriceCurve(IReadOnlyList<CurvePoint> Points)
{
    private const int Steps = 20;
    private const string Probe = "\u0001 one more bid";

    public static PriceCurve Of(LotMethodology methodology, IReadOnlyList<LotBid> bids, LotOutcome outcome)
    {
        LotBid[] compliant = [.. bids.Where(b => outcome.Ranking.Any(r => r.Bid == b.Bid) && b.Price is not null)];
        if (methodology.Price is not { } rule || !methodology.NeedsPrices || compliant.Length == 0)
        {
            return new PriceCurve([]);
        }

        PricedBid[] beside = [.. Contender.All(methodology, [.. compliant]).Select(c => new PricedBid(c.Bid, c.Price!.Value, c.Quality))];
        decimal from = decimal.Floor(beside.Min(b => b.Price.Amount) / 2);
        decimal to = decimal.Ceiling(beside.Max(b => b.Price.Amount) * 3 / 2);
        IEnumerable<Money> prices = Enumerable.Range(0, Steps + 1).Select(i => new Money(decimal.Round(from + ((to - from) * i / Steps)))).Where(p => p > Money.Zero).Distinct();
        return new PriceCurve([.. prices.Select(p => new CurvePoint(p, At(rule, beside, p)))]);
    }

    /// <summary>How many points the score falls (or a ratio rises) between two prices on the curve; null where either is rejected.</summary>
    public Ratio? Fall() => Points.Count > 0 && Points[0].Score is { } first && Points.LastOrDefault(p => p.Score is not null)?.Score is { } last ? first - last : null;

    private static Ratio? At(PriceRule rule, PricedBid[] beside, Money price)
    {
        Ratio quality = beside.Max(b => b.Quality!.Value);
        PricedBid[] all = [.. beside, new PricedBid(Probe, price, quality)];
        return UndefinedPrices.Why(rule, [.. all.Where(b => !rule.Rejects(b.Price))]) is null ? PriceScoring.Score(rule, all).Scores[^1].Score : null;
    }
}
