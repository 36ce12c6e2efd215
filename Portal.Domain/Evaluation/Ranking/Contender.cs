using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A bid on the way through the evaluation: its scores, exact quality total and the number of minima it fails.</summary>
internal sealed record Contender(string Bid, IReadOnlyList<decimal> Scores, Money? Price, Ratio Quality, int FailedMinima)
{
    public bool PassesMinima => FailedMinima == 0;

    /// <summary>Every bid of a lot, in the order given.</summary>
    public static Contender[] All(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        QualityPoints points = QualityPoints.Of(methodology);
        Contender[] all = new Contender[bids.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = new Contender(bids[i].Bid, bids[i].Scores, bids[i].Price, points.Total(bids[i].Scores), points.FailedMinima(bids[i].Scores));
        }

        return all;
    }

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
