using Portal.Domain.Evaluation.Ranking;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>A drafted method tried on bids made up for the purpose: the outcome, the score each price would get, and what could be wrong with the method. The same code as the real evaluation.</summary>
public sealed record MethodTrial(LotMethodology Methodology, IReadOnlyList<LotBid> Bids, LotOutcome Outcome)
{
    /// <summary>What one more bid would score at prices from half the lowest to half as much again as the highest.</summary>
    public PriceCurve Curve { get; init; } = new([]);

    public IReadOnlyList<RankReversal> Reversals { get; init; } = [];

    public IReadOnlyList<DummyBid> Dummies { get; init; } = [];

    public IReadOnlyList<RoundedResult> Roundings { get; init; } = [];

    /// <summary>Raises RuleBroken where a real evaluation of these bids would.</summary>
    public static MethodTrial Of(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
        return new MethodTrial(methodology, bids, outcome)
        {
            Curve = PriceCurve.Of(methodology, bids, outcome),
            Reversals = RankReversal.Find(methodology, bids, outcome),
            Dummies = DummyBid.Probe(methodology, bids, outcome),
            Roundings = RoundedResult.Of(methodology, bids, outcome),
        };
    }
}
