using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A bid with its consensus scores, in the order of the methodology's quality criteria, and its price.</summary>
public sealed record LotBid(string Bid, IReadOnlyList<decimal> Scores, Money? Price)
{
    public IReadOnlyList<decimal> Scores { get => Agreed; init => Agreed = AgreedScores.Of(value); }

    internal AgreedScores Agreed { get; private init; } = AgreedScores.Of(Scores);

    /// <summary>C2-06: a consensus score that is not on the published scale is refused.</summary>
    public IReadOnlyList<Reason> Faults(LotMethodology methodology)
    {
        List<Reason> faults = [];
        foreach ((QualityCriterion criterion, decimal score) in methodology.Quality.Zip(Scores))
        {
            if (!criterion.IsOnScale(score))
            {
                faults.Add(new Reason("SCORE_OFF_SCALE", OffScale(criterion, score), "C2-06", $"scores.{criterion.Id}"));
            }
        }

        if (Price is null && methodology.NeedsPrices)
        {
            faults.Add(new Reason("PRICE_MISSING", $"Bid {Bid} has no price", "C2-01", "price"));
        }

        return faults;
    }

    private string OffScale(QualityCriterion criterion, decimal score) => string.Create(
        CultureInfo.InvariantCulture,
        $"Bid {Bid}: {score} is not on the published scale of {criterion.Id} (0 to {criterion.Scale} in steps of {criterion.Step})");
}
