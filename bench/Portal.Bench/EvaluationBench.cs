using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Bench;

/// <summary>B3: 20 lots of 1,000 bids by 60 criteria, agreed from five evaluators' scores: exact totals and ranking, sensitivity, and the whole evaluation, each against the same sums and comparisons over arrays of doubles; and the same workbook recalculated where LibreOffice is installed.</summary>
internal static class EvaluationBench
{
    private const int Criteria = 60;
    private const int Evaluators = 5;
    private const int TopScore = 5;
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(3);

    public static async Task Run(Scale scale)
    {
        int lots = scale == Scale.Small ? 2 : 20;
        int bids = scale == Scale.Small ? 100 : 1000;
        Random chance = new(7);
        LotMethodology methodology = Method();
        int[][][][] sheets = [.. Enumerable.Range(0, lots).Select(_ => Enumerable.Range(0, bids).Select(_ => Enumerable.Range(0, Criteria).Select(_ => Sheet(chance)).ToArray()).ToArray())];
        decimal[][][] agreed = [.. sheets.Select(lot => lot.Select(bid => bid.Select(s => (decimal)Agreed(s)).ToArray()).ToArray())];
        LotBid[][] exact = Read(agreed);
        PlainLots plain = PlainLots.Of(methodology, exact);
        (Contender[], Contest)[] run = [.. exact.Select(lot => Contended(methodology, lot))];

        string size = $"{lots} lots × {bids} bids × {Criteria} criteria";
        await Pairs.Compare($"totals and ranking of {size}", 25, Said(plain.Rank), Said(() => Rank(methodology, exact)), "≤ 3.00", Warming);
        await Pairs.Compare("sensitivity: every score a step up and down", 5, Said(plain.Step), Said(() => Sensitive(methodology, run)), "the same comparisons", Warming);
        await Pairs.Compare("the bids read from agreed scores, before all this", 5, Said(() => PlainLots.Of(methodology, exact).Scores.Length), Said(() => Read(agreed).Length), "for comparison only", Warming);
        await Pairs.Compare("a whole evaluation: faults, totals, ranking, parts, ties, flags and sensitivity", 5, Said(() => plain.Rank() + plain.Step()), Said(() => Evaluate(methodology, exact)), "for comparison only");
        await Pairs.Compare($"agreed scores from {Evaluators} sheets", 5, Said(() => Means(sheets)), Said(() => Agree(sheets)), "for comparison only");
        double ours = await Pairs.Time(Said(() => Rank(methodology, exact)));
        await SpreadsheetBench.Compare(methodology, exact, ours);
    }

    // A third of the criteria weighs 0.75, a third 1 and a third 1.25; one has a minimum that nearly every bid passes.
    private static LotMethodology Method() => new("1", [.. Enumerable.Range(0, Criteria).Select(i => new QualityCriterion($"Q{i}", 0.75m + (0.25m * (i % 3)), TopScore, i == 0 ? 1 : null))])
    {
        PriceCriterion = "P",
        Price = new PriceRule(PriceMethod.LowestPrice, 100 - Criteria),
        TieLadder = [TieRung.HigherQualityTotal, TieRung.LowerPrice],
    };

    private static LotBid[][] Read(decimal[][][] agreed) =>
        [.. agreed.Select(lot => lot.Select((scores, i) => new LotBid($"B{i:0000}", scores, new Money(4000 + ((i * 37) % 3000)))).ToArray())];

    private static Func<Task> Said(Func<int> act) => () => act() > 0 ? Task.CompletedTask : throw new InvalidOperationException("The benchmark did not do its work.");

    private static int[] Sheet(Random chance)
    {
        int level = chance.Next(1, TopScore);
        return [.. Enumerable.Range(0, Evaluators).Select(_ => Math.Clamp(level + chance.Next(-1, 2), 0, TopScore))];
    }

    private static int Agreed(int[] sheet) => sheet.Order().ElementAt(Evaluators / 2);

    private static (Contender[] Contenders, Contest Contest) Contended(LotMethodology methodology, LotBid[] bids)
    {
        Contender[] contenders = Contender.All(methodology, bids);
        return (contenders, Contest.Run(methodology, contenders));
    }

    private static int Rank(LotMethodology methodology, LotBid[][] lots) => lots.Sum(bids => Contended(methodology, bids).Contest.Ranked().Count());

    private static int Sensitive(LotMethodology methodology, (Contender[] Contenders, Contest Contest)[] lots) =>
        1 + lots.Sum(lot => new Sensitivity(methodology, lot.Contenders, lot.Contest).See().View.WinnerChangesIf.Count);

    private static int Evaluate(LotMethodology methodology, LotBid[][] lots) => lots.Sum(bids => LotEvaluation.Evaluate(methodology, bids).Ranking.Count);

    private static int Means(int[][][][] sheets)
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

        return (int)Math.Ceiling(sum);
    }

    private static int Agree(int[][][][] sheets) => sheets.SelectMany(lot => lot).SelectMany(bid => bid).Sum(Agreed);
}
