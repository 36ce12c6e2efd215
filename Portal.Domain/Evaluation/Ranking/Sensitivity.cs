using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Moves each consensus score of each bid, disqualified ones included, by one step up and down and runs minima, compliant set, price and ladder again (C2-07).</summary>
internal sealed class Sensitivity(LotMethodology methodology, Contender[] contenders, Contest contest)
{
    private readonly Dictionary<string, Standing> standings = contest.Standings.ToDictionary(s => s.Contender.Bid);
    private readonly List<WinnerChange> changes = [];
    private readonly List<Warning> warnings = [];

    /// <summary>The view, and a warning for each step that would leave the price method undefined.</summary>
    public (SensitivityView View, IReadOnlyList<Warning> Warnings) See()
    {
        foreach (int bid in Enumerable.Range(0, contenders.Length).OrderBy(i => contenders[i].Bid, StringComparer.Ordinal))
        {
            for (int place = 0; place < methodology.Quality.Count; place++)
            {
                QualityCriterion criterion = methodology.Quality[place];
                Try(bid, place, contenders[bid].Scores[place] - criterion.Step);
                Try(bid, place, contenders[bid].Scores[place] + criterion.Step);
            }
        }

        return (new SensitivityView(Margin(), changes), warnings);
    }

    private Ratio? Margin() => contest.Ranked().OrderBy(r => r.Rank).Select(r => r.Standing.Total).Take(2).ToArray() is [var first, var second] ? first - second : null;

    private void Try(int bid, int place, decimal to)
    {
        QualityCriterion criterion = methodology.Quality[place];
        Contender before = contenders[bid];
        if (to < 0 || to > criterion.Scale)
        {
            return;
        }

        Contender moved = before.With(criterion, place, to);
        if (!CanChangeTheWinner(before, moved))
        {
            return;
        }

        Contender[] what = [.. contenders];
        what[bid] = moved;
        if (Contest.WhyUndefined(methodology, what) is { } undefined)
        {
            warnings.Add(Undefined(before.Bid, criterion.Id, before.Scores[place], to, undefined));
            return;
        }

        string? winner = Contest.Run(methodology, what).Winner?.Contender.Bid;
        if (winner != contest.Winner?.Contender.Bid)
        {
            changes.Add(new WinnerChange(criterion.Id, before.Bid, before.Scores[place], to, winner));
        }
    }

    private bool CanChangeTheWinner(Contender before, Contender moved)
    {
        if (before.PassesMinima != moved.PassesMinima)
        {
            return !Contest.Rejected(methodology, moved);
        }

        return standings.TryGetValue(before.Bid, out Standing? standing) && !contest.StaysBehind(standing, moved);
    }

    private static Warning Undefined(string bid, string criterion, decimal from, decimal to, Reason reason) => new(
        "SENSITIVITY_UNDEFINED",
        FormattableString.Invariant($"If {criterion} of bid {bid} moved from {from} to {to}, there would be no result. {reason.Text}"));
}
