using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>A bid that somebody makes only to move the others' price scores: of the least quality that complies, very dear or very cheap. It shows whether a method can be gamed.</summary>
/// <param name="Shift">By how much it moves the price score that it moves most.</param>
public sealed record DummyBid(Money Price, string? WinnerBefore, string? WinnerAfter, string Moved, Ratio Shift)
{
    private const string Name = "\u0001 dummy";

    // Shares of the lowest price, then multiples of the highest.
    private static readonly decimal[] Low = [0.25m, 0.5m, 0.75m];
    private static readonly decimal[] High = [1.5m, 2m, 3m];

    public bool ChangesTheWinner => WinnerBefore is not null && WinnerAfter != WinnerBefore;

    /// <summary>Each probe that is compliant and does not win itself.</summary>
    public static IReadOnlyList<DummyBid> Probe(LotMethodology methodology, IReadOnlyList<LotBid> bids, LotOutcome outcome)
    {
        Money[] prices = [.. bids.Where(b => b.Price is not null && outcome.Ranking.Any(r => r.Bid == b.Bid)).Select(b => b.Price!.Value)];
        if (!methodology.NeedsPrices || prices.Length == 0)
        {
            return [];
        }

        IEnumerable<decimal> tries = [.. Low.Select(share => prices.Min().Amount * share), .. High.Select(times => prices.Max().Amount * times)];
        return [.. tries.Select(p => new Money(decimal.Round(p))).Where(p => p > Money.Zero).Distinct().Select(p => Tried(methodology, bids, outcome, p)).OfType<DummyBid>()];
    }

    private static DummyBid? Tried(LotMethodology methodology, IReadOnlyList<LotBid> bids, LotOutcome before, Money price)
    {
        LotBid dummy = new(Name, [.. methodology.Quality.Select(c => c.Minimum ?? 0)], price);
        if (methodology.Price!.Rejects(price) || Run(methodology, [.. bids, dummy]) is not { } after || after.Winner == Name)
        {
            return null;
        }

        (string bid, Ratio shift) = before.Ranking
            .Select(r => (r.Bid, Shift: Distance(PriceOf(methodology, r), PriceOf(methodology, after.Ranking.First(a => a.Bid == r.Bid)))))
            .MaxBy(s => s.Shift);
        return new DummyBid(price, before.Winner, after.Winner, bid, shift);
    }

    private static LotOutcome? Run(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        try
        {
            return LotEvaluation.Evaluate(methodology, bids);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    private static Ratio PriceOf(LotMethodology methodology, RankedBid ranked) => methodology.LowestWins ? ranked.Total : ranked.Parts[methodology.PriceCriterion!];

    private static Ratio Distance(Ratio left, Ratio right) => left > right ? left - right : right - left;
}
