using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Pricing;

/// <summary>A bid as the price method sees it: its price and, for price per quality point, its quality.</summary>
public readonly record struct PricedBid(string Bid, Money Price, Ratio? Quality = null);

/// <summary>A bid's price score, exact, with its rank; both absent when the price was rejected or the method gives none.</summary>
public sealed record PriceScore(string Bid, Ratio? Score, int? Rank, string? Rejection)
{
    public bool Rejected => Rejection is not null;
}

/// <summary>Something that the reader of a result should know, though it changes nothing.</summary>
public sealed record Warning(string Code, string Text);

/// <summary>The price scores of one lot, in the order the bids came in.</summary>
public sealed record PriceScores(IReadOnlyList<PriceScore> Scores, IReadOnlyList<Warning> Warnings);
