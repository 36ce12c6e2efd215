using System.Globalization;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>One line of a worked example: the criterion, the sum as written, and its points.</summary>
public sealed record WorkedLine(string Criterion, string Working, string Points);

/// <summary>One bid of a worked example with every sum shown.</summary>
public sealed record WorkedBid(string Bid, Money? Price, IReadOnlyList<WorkedLine> Lines, string Total, int? Rank, string WhyOut);

/// <summary>The worked example that belongs to a published method (C2-01): three invented bids, the same for everybody, worked by the same code that evaluates the real ones.</summary>
public sealed record WorkedExample(IReadOnlyList<WorkedBid> Bids)
{
    private static readonly Money Usual = new(5000m);

    /// <summary>Bids that any method can score: about the published amounts where there are any, about £5,000 otherwise.</summary>
    public static IReadOnlyList<LotBid> ExampleBids(LotMethodology methodology)
    {
        Money middle = methodology.Price?.Benchmark ?? (methodology.Price?.Ceiling is { } ceiling ? new Money(decimal.Round(ceiling.Amount * 0.8m)) : Usual);
        return
        [
            Example(methodology, "Example A", 4, middle),
            Example(methodology, "Example B", 5, new Money(decimal.Round(middle.Amount * 1.15m))),
            Example(methodology, "Example C", 3, new Money(decimal.Round(middle.Amount * 0.9m))),
        ];
    }

    public static WorkedExample Of(LotMethodology methodology)
    {
        IReadOnlyList<LotBid> bids = ExampleBids(methodology);
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
        PricedBid[] compliant = [.. bids.Where(b => outcome.Ranking.Any(r => r.Bid == b.Bid)).Select(b => Priced(methodology, b))];
        PricePool pool = PricePool.Of(compliant);
        return new WorkedExample([.. bids.Select(b => Worked(methodology, pool, b, outcome))]);
    }

    private static WorkedBid Worked(LotMethodology methodology, PricePool pool, LotBid bid, LotOutcome outcome)
    {
        RankedBid? ranked = outcome.Ranking.FirstOrDefault(r => r.Bid == bid.Bid);
        List<WorkedLine> lines = [.. methodology.Quality.Zip(bid.Scores, (c, s) => new WorkedLine(c.Id, $"{Number(c.Weight)} × {Number(s)} ÷ {Number(c.Scale)}", c.Points(s).ToFixed(methodology.Decimals)))];
        if (methodology.Price is { } rule && ranked is not null)
        {
            PricedBid priced = Priced(methodology, bid);
            string points = methodology.NeedsPrices ? PriceScoring.Exact(rule, pool, priced)!.Value.ToFixed(methodology.Decimals) : "not scored";
            lines.Add(new WorkedLine(methodology.PriceCriterion!, PriceWorking.Of(rule, pool, priced), points));
        }

        return new WorkedBid(
            bid.Bid,
            methodology.NeedsPrices ? bid.Price : null,
            lines,
            ranked?.Total.ToFixed(methodology.Decimals) ?? "",
            ranked?.Rank,
            string.Join(" ", outcome.Disqualified.Where(d => d.Bid == bid.Bid).Select(d => $"{d.Criterion}: {d.Reason}")));
    }

    private static PricedBid Priced(LotMethodology methodology, LotBid bid) => new(bid.Bid, bid.Price!.Value, QualityPoints.Of(methodology).Total(bid.Agreed));

    // Fifths of the scale, on its steps and never below a minimum.
    private static LotBid Example(LotMethodology methodology, string name, int fifths, Money price) =>
        new(name, [.. methodology.Quality.Select(c => Math.Max(c.Minimum ?? 0, decimal.Floor(c.Scale * fifths / 5 / c.Step) * c.Step))], price);

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
