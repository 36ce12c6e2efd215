using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Moves each consensus score of each bid, disqualified ones included, by one step up and down and looks who would be first then: minima, compliant set, price and ladder again (C2-07).</summary>
/// <remarks>A bid that no single step can bring to the first place, nor out of the compliant set, is passed by as a whole; where the set and its price pool stay as they are, only the moved bid is placed anew; else the whole contest is run again.</remarks>
internal sealed class Sensitivity(LotMethodology methodology, Contender[] contenders, Contest contest)
{
    private readonly QualityPoints points = QualityPoints.Of(methodology);
    private readonly Dictionary<string, Standing> standings = contest.Standings.ToDictionary(s => s.Contender.Bid);
    private readonly Rivals rivals = new(methodology, contest);
    private readonly List<WinnerChange> changes = [];
    private readonly List<Warning> warnings = [];

    /// <summary>The view, and a warning for each step that would leave the price method undefined.</summary>
    public (SensitivityView View, IReadOnlyList<Warning> Warnings) See()
    {
        Ratio most = points.Steps.Aggregate(Ratio.Zero, (a, b) => a > b ? a : b);
        foreach (int bid in Enumerable.Range(0, contenders.Length).OrderBy(i => contenders[i].Bid, StringComparer.Ordinal))
        {
            if (MayMatter(contenders[bid], most))
            {
                TryAll(bid);
            }
        }

        return (new SensitivityView(Margin(), changes), warnings);
    }

    private Ratio? Margin() => contest.Ranked().OrderBy(r => r.Rank).Select(r => r.Standing.Total).Take(2).ToArray() is [var first, var second] ? first - second : null;

    /// <summary>Whether any one step of this bid might change who is first.</summary>
    private bool MayMatter(Contender bid, Ratio most)
    {
        if (points.Minima.Any(place => MayCross(methodology.Quality[place], bid.Scores[place])))
        {
            return true;
        }

        if (!standings.TryGetValue(bid.Bid, out Standing? standing))
        {
            return false;
        }

        bool mayBeUndefined = methodology.LowestWins && bid.Quality <= most;
        return mayBeUndefined || standing.Key == contest.Standings[0].Key || !contest.Better(contest.Standings[0].Key, contest.Stand(bid with { Quality = bid.Quality + most }).Key);
    }

    private static bool MayCross(QualityCriterion criterion, decimal score) => criterion.Fails(score - criterion.Step) != criterion.Fails(score + criterion.Step);

    private void TryAll(int bid)
    {
        for (int place = 0; place < methodology.Quality.Count; place++)
        {
            decimal step = methodology.Quality[place].Step;
            Try(bid, place, contenders[bid].Scores[place] - step);
            Try(bid, place, contenders[bid].Scores[place] + step);
        }
    }

    private void Try(int bid, int place, decimal to)
    {
        QualityCriterion criterion = methodology.Quality[place];
        Contender before = contenders[bid];
        if (to < 0 || to > criterion.Scale)
        {
            return;
        }

        Contender moved = before.With(criterion, place, to);
        if (Contest.Rejected(methodology, moved) || (!before.PassesMinima && !moved.PassesMinima))
        {
            return;
        }

        if (rivals.KeepThePool(before, moved))
        {
            Note(before, criterion, place, to, rivals.FirstWith(before, moved));
            return;
        }

        Contender[] what = [.. contenders];
        what[bid] = moved;
        if (Contest.WhyUndefined(methodology, what) is { } undefined)
        {
            warnings.Add(Undefined(before.Bid, criterion.Id, before.Scores[place], to, undefined));
            return;
        }

        Note(before, criterion, place, to, Contest.Run(methodology, what).Winner);
    }

    private void Note(Contender before, QualityCriterion criterion, int place, decimal to, Standing? first)
    {
        if (first?.Contender.Bid != contest.Winner?.Contender.Bid)
        {
            changes.Add(new WinnerChange(criterion.Id, before.Bid, before.Scores[place], to, first?.Contender.Bid));
        }
    }

    private static Warning Undefined(string bid, string criterion, decimal from, decimal to, Reason reason) => new(
        "SENSITIVITY_UNDEFINED",
        FormattableString.Invariant($"If {criterion} of bid {bid} moved from {from} to {to}, there would be no result. {reason.Text}"));
}
