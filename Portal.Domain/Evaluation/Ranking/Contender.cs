using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A bid on the way through the evaluation: its scores, exact quality points and the number of minima it fails.</summary>
internal sealed class Contender(string bid, AgreedScores scores, Money? price, Unreduced points, int failedMinima)
{
    private readonly (int Place, decimal Score)? moved;

    private Contender(Contender before, (int Place, decimal Score)? moved, Unreduced points, int failedMinima)
        : this(before.Bid, before.Scores, before.Price, points, failedMinima) => this.moved = moved;

    public string Bid => bid;

    public Money? Price => price;

    public Unreduced Points => points;

    public Ratio Quality => points.Exact;

    public int FailedMinima => failedMinima;

    public bool PassesMinima => failedMinima == 0;

    /// <summary>As agreed; <see cref="ScoreAt"/> knows of a score moved.</summary>
    public AgreedScores Scores => scores;

    /// <summary>Every bid of a lot, in the order given.</summary>
    public static Contender[] All(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        QualityPoints points = QualityPoints.Of(methodology);
        Contender[] all = new Contender[bids.Count];
        for (int i = 0; i < all.Length; i++)
        {
            LotBid bid = bids[i];
            all[i] = new Contender(bid.Bid, bid.Agreed, bid.Price, points.Points(bid.Agreed), points.FailedMinima(bid.Agreed));
        }

        return all;
    }

    public decimal ScoreAt(int place) => moved is { } one && one.Place == place ? one.Score : scores[place];

    /// <summary>The same bid with one score moved a step, which is worth so many points.</summary>
    public Contender With(QualityCriterion criterion, int place, decimal score, Unreduced worth)
    {
        int failed = failedMinima + (criterion.Fails(score) ? 1 : 0) - (criterion.Fails(scores[place]) ? 1 : 0);
        return new Contender(this, (place, score), points + worth, failed);
    }

    /// <summary>The same bid with so many points more, wherever they come from.</summary>
    public Contender Raised(Unreduced by) => new(this, moved, points + by, failedMinima);
}
