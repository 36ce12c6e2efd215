using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A bid on the way through the evaluation: its scores, exact quality total and the number of minima it fails.</summary>
internal sealed record Contender(string Bid, IReadOnlyList<decimal> Scores, Money? Price, Ratio Quality, int FailedMinima)
{
    public static Contender Of(LotMethodology methodology, LotBid bid) => new(
        bid.Bid,
        bid.Scores,
        bid.Price,
        Ratio.Sum(methodology.Quality.Zip(bid.Scores, (c, s) => c.Points(s))),
        methodology.Quality.Zip(bid.Scores, (c, s) => c.Fails(s) ? 1 : 0).Sum());

    public bool PassesMinima => FailedMinima == 0;

    /// <summary>The same bid with one score moved.</summary>
    public Contender With(QualityCriterion criterion, int place, decimal score)
    {
        decimal[] moved = [.. Scores];
        moved[place] = score;
        int failed = FailedMinima + (criterion.Fails(score) ? 1 : 0) - (criterion.Fails(Scores[place]) ? 1 : 0);
        return this with { Scores = moved, Quality = Quality + criterion.Points(score) - criterion.Points(Scores[place]), FailedMinima = failed };
    }
}

/// <summary>A compliant bid with its price part and total; the key is what ranks are judged on, rounded or exact as published.</summary>
internal sealed record Standing(Contender Contender, Ratio PricePart, Ratio Total, Ratio Key);
