using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Bench;

/// <summary>B3: 20 lots of 1,000 bids by 60 criteria, agreed from five evaluators' scores, exact, against the same sums and comparisons over arrays of doubles.</summary>
internal static class EvaluationBench
{
    private const int Criteria = 60;
    private const int Evaluators = 5;
    private const int TopScore = 5;

    public static async Task Run(Scale scale)
    {
        int lots = scale == Scale.Small ? 2 : 20;
        int bids = scale == Scale.Small ? 100 : 1000;
        Random chance = new(7);
        LotMethodology methodology = new("1", [.. Enumerable.Range(0, Criteria).Select(i => new QualityCriterion($"Q{i}", 1, TopScore))]) { PriceCriterion = "P", Price = new PriceRule(PriceMethod.LowestPrice, 100 - Criteria) };
        int[][][][] sheets = [.. Enumerable.Range(0, lots).Select(_ => Enumerable.Range(0, bids).Select(_ => Enumerable.Range(0, Criteria).Select(_ => Sheet(chance)).ToArray()).ToArray())];
        LotBid[][] exact = [.. sheets.Select(lot => lot.Select((bid, i) => new LotBid($"B{i:0000}", [.. bid.Select(s => (decimal)Agreed(s))], new Money(4000 + ((i * 37) % 3000)))).ToArray())];
        double[][][] plain = [.. exact.Select(lot => lot.Select(b => b.Scores.Select(s => (double)s).ToArray()).ToArray())];
        double[][] prices = [.. exact.Select(lot => lot.Select(b => (double)b.Price!.Value.Amount).ToArray())];

        await Pairs.Compare($"totals and ranking of {lots} lots × {bids} bids × {Criteria} criteria", 5, () => Loop(plain, prices), () => Rank(methodology, exact), "≤ 3.00");
        await Pairs.Compare("the same with sensitivity", 3, () => LoopWithSteps(plain, prices), () => Evaluate(methodology, exact), "the same comparisons");
        await Pairs.Compare($"agreed scores from {Evaluators} sheets", 5, () => Means(sheets), () => Agree(sheets), "for comparison only");
    }

    private static int[] Sheet(Random chance)
    {
        int level = chance.Next(1, TopScore);
        return [.. Enumerable.Range(0, Evaluators).Select(_ => Math.Clamp(level + chance.Next(-1, 2), 0, TopScore))];
    }

    private static int Agreed(int[] sheet) => sheet.Order().ElementAt(Evaluators / 2);

    private static Task Rank(LotMethodology methodology, LotBid[][] lots)
    {
        foreach (LotBid[] bids in lots)
        {
            Contest contest = Contest.Run(methodology, [.. bids.Select(b => Contender.Of(methodology, b))]);
            Must(contest.Ranked().Count() == bids.Length);
        }

        return Task.CompletedTask;
    }

    private static Task Evaluate(LotMethodology methodology, LotBid[][] lots)
    {
        foreach (LotBid[] bids in lots)
        {
            Must(LotEvaluation.Evaluate(methodology, bids).Ranking.Count == bids.Length);
        }

        return Task.CompletedTask;
    }

    private static Task Loop(double[][][] lots, double[][] prices)
    {
        for (int lot = 0; lot < lots.Length; lot++)
        {
            Must(Totals(lots[lot], prices[lot]).Length > 0);
        }

        return Task.CompletedTask;
    }

    private static double[] Totals(double[][] bids, double[] prices)
    {
        double lowest = prices.Min();
        double[] totals = new double[bids.Length];
        for (int bid = 0; bid < bids.Length; bid++)
        {
            double total = (100 - Criteria) * lowest / prices[bid];
            foreach (double score in bids[bid])
            {
                total += score / TopScore;
            }

            totals[bid] = total;
        }

        int[] order = [.. Enumerable.Range(0, totals.Length)];
        Array.Sort((double[])totals.Clone(), order);
        return totals;
    }

    // Moves every score of every bid a step up and down and looks whether the winner changes.
    private static Task LoopWithSteps(double[][][] lots, double[][] prices)
    {
        int changes = 0;
        for (int lot = 0; lot < lots.Length; lot++)
        {
            double[] totals = Totals(lots[lot], prices[lot]);
            double first = totals.Max();
            double second = totals.Order().TakeLast(2).First();
            for (int bid = 0; bid < totals.Length; bid++)
            {
                foreach (double score in lots[lot][bid])
                {
                    changes += score < TopScore && totals[bid] < first && totals[bid] + (1.0 / TopScore) >= first ? 1 : 0;
                    changes += score > 0 && totals[bid] >= first && totals[bid] - (1.0 / TopScore) <= second ? 1 : 0;
                }
            }
        }

        Must(changes >= 0);
        return Task.CompletedTask;
    }

    private static Task Means(int[][][][] sheets)
    {
        double sum = 0;
        foreach (int[] sheet in sheets.SelectMany(lot => lot).SelectMany(bid => bid))
        {
            double one = 0;
            foreach (int score in sheet)
            {
                one += score;
            }

            sum += one / sheet.Length;
        }

        Must(sum > 0);
        return Task.CompletedTask;
    }

    private static Task Agree(int[][][][] sheets)
    {
        long sum = sheets.SelectMany(lot => lot).SelectMany(bid => bid).Sum(sheet => (long)Agreed(sheet));
        Must(sum > 0);
        return Task.CompletedTask;
    }

    private static void Must(bool so)
    {
        if (!so)
        {
            throw new InvalidOperationException("The benchmark did not do its work.");
        }
    }
}
