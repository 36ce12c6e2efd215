using System.Globalization;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Ranking;

namespace Portal.Domain.Evaluation.Trying;

/// <summary>Who would be first, and with what totals, if the same points were rounded in another way (C2-10). Rounding parts before adding them is what spreadsheets do by mistake.</summary>
public sealed record RoundedResult(string How, string? First, IReadOnlyDictionary<string, string> Totals)
{
    private const int MostPlaces = 2;

    public static IReadOnlyList<RoundedResult> Of(LotMethodology methodology, IReadOnlyList<LotBid> bids, LotOutcome outcome)
    {
        if (outcome.Ranking.Count == 0)
        {
            return [];
        }

        List<RoundedResult> results = [Settled("Exact totals", methodology with { TiesOn = TiesOn.Exact }, bids, 4)];
        for (int places = MostPlaces; places >= 0; places--)
        {
            results.Add(Settled($"Totals rounded to {Places(places)}", methodology with { TiesOn = TiesOn.Rounded, Decimals = places }, bids, places));
        }

        if (!methodology.LowestWins)
        {
            results.AddRange(Enumerable.Range(0, MostPlaces + 1).Reverse().Select(places => PartsFirst(outcome, places)));
        }

        return results;
    }

    private static RoundedResult Settled(string how, LotMethodology methodology, IReadOnlyList<LotBid> bids, int shown)
    {
        LotOutcome outcome = LotEvaluation.Evaluate(methodology, bids);
        return new RoundedResult(how, outcome.Winner, outcome.Ranking.ToDictionary(r => r.Bid, r => r.Total.ToFixed(shown)));
    }

    private static RoundedResult PartsFirst(LotOutcome outcome, int places)
    {
        Dictionary<string, Ratio> totals = outcome.Ranking.ToDictionary(r => r.Bid, r => Ratio.Sum(r.Parts.Values.Select(p => p.Rounded(places))));
        Ratio best = totals.Values.Max();
        string[] first = [.. totals.Where(t => t.Value == best).Select(t => t.Key)];
        return new RoundedResult($"Each part rounded to {Places(places)} before adding (not done here)", first.Length == 1 ? first[0] : null, totals.ToDictionary(t => t.Key, t => t.Value.ToFixed(places)));
    }

    private static string Places(int places) => places switch
    {
        0 => "whole points",
        1 => "1 place",
        _ => string.Create(CultureInfo.InvariantCulture, $"{places} places"),
    };
}
