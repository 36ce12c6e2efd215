using Portal.Domain.Evaluation.Ranking;

namespace Portal.Bench;

/// <summary>The limit of B3: the same lots as arrays of doubles, added up and sorted by a bare loop, inexact and without reasons.</summary>
internal sealed record PlainLots(double[] Weights, double[] Scales, double PriceWeight, double[][][] Scores, double[][] Prices)
{
    public static PlainLots Of(LotMethodology methodology, LotBid[][] lots) => new(
        [.. methodology.Quality.Select(c => (double)c.Weight)],
        [.. methodology.Quality.Select(c => (double)c.Scale)],
        (double)methodology.Price!.Weight,
        [.. lots.Select(lot => lot.Select(b => b.Scores.Select(s => (double)s).ToArray()).ToArray())],
        [.. lots.Select(lot => lot.Select(b => (double)b.Price!.Value.Amount).ToArray())]);

    /// <summary>Totals and ranks of every bid; how many there are.</summary>
    public int Rank()
    {
        int ranked = 0;
        for (int lot = 0; lot < Scores.Length; lot++)
        {
            double[] totals = Totals(lot);
            int[] order = new int[totals.Length];
            for (int bid = 0; bid < order.Length; bid++)
            {
                order[bid] = bid;
            }

            Array.Sort(totals, order);
            ranked += order.Length;
        }

        return ranked;
    }

    /// <summary>Moves every score of every bid a step up and down and looks whether another bid would be first; how many steps were looked at.</summary>
    public int Step()
    {
        int looked = 0;
        for (int lot = 0; lot < Scores.Length; lot++)
        {
            double[] totals = Totals(lot);
            (double first, double second) = BestTwo(totals);
            for (int bid = 0; bid < totals.Length; bid++)
            {
                double other = totals[bid] == first ? second : first;
                bool leads = totals[bid] == first;
                double[] scores = Scores[lot][bid];
                for (int place = 0; place < scores.Length; place++)
                {
                    double step = Weights[place] / Scales[place];
                    looked += scores[place] > 0 && (totals[bid] - step > other) == leads ? 1 : 2;
                    looked += scores[place] < Scales[place] && (totals[bid] + step > other) == leads ? 1 : 2;
                }
            }
        }

        return looked;
    }

    private double[] Totals(int lot)
    {
        double[][] bids = Scores[lot];
        double[] prices = Prices[lot];
        double lowest = double.MaxValue;
        foreach (double price in prices)
        {
            lowest = Math.Min(lowest, price);
        }

        double[] totals = new double[bids.Length];
        for (int bid = 0; bid < bids.Length; bid++)
        {
            double total = PriceWeight * lowest / prices[bid];
            double[] scores = bids[bid];
            for (int place = 0; place < scores.Length; place++)
            {
                total += Weights[place] * scores[place] / Scales[place];
            }

            totals[bid] = total;
        }

        return totals;
    }

    private static (double First, double Second) BestTwo(double[] totals)
    {
        (double first, double second) = (double.MinValue, double.MinValue);
        foreach (double total in totals)
        {
            if (total > first)
            {
                (first, second) = (total, first);
            }
            else if (total > second)
            {
                second = total;
            }
        }

        return (first, second);
    }
}
