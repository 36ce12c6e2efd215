using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Moves each consensus score of each bid, disqualified ones included, by one step up and down and looks who would be first then: minima, compliant set, price and ladder again (C2-07).</summary>
/// <remarks>A bid that no single step can bring to the first place is moved only where a step takes it over a minimum, in or out; where the set and its price pool stay as they are, only the moved bid is placed anew; else the whole contest is run again.</remarks>
internal sealed class Sensitivity(LotMethodology methodology, Contender[] contenders, Contest contest)
{
    private readonly QualityPoints points = QualityPoints.Of(methodology);
    private readonly Rivals rivals = new(methodology, contest);
    private readonly List<WinnerChange> changes = [];
    private readonly List<Warning> warnings = [];

    /// <summary>The view, and a warning for each step that would leave the price method undefined.</summary>
    public (SensitivityView View, IReadOnlyList<Warning> Warnings) See()
    {
        HashSet<string> near = NearTheFirst();
        int[] every = [.. Enumerable.Range(0, methodology.Quality.Count)];
        List<(int Bid, IReadOnlyList<int> Places)> matter = [];
        for (int bid = 0; bid < contenders.Length; bid++)
        {
            IReadOnlyList<int> places = near.Contains(contenders[bid].Bid) ? every : Crossing(contenders[bid]);
            if (places.Count > 0)
            {
                matter.Add((bid, places));
            }
        }

        foreach ((int bid, IReadOnlyList<int> places) in matter.OrderBy(m => contenders[m.Bid].Bid, StringComparer.Ordinal))
        {
            TryAll(bid, places);
        }

        return (new SensitivityView(Margin(), changes), warnings);
    }

    // A settled tie puts its winner before the others of the tie.
    private Ratio? Margin()
    {
        if (contest.Standings.Count < 2)
        {
            return null;
        }

        Standing first = contest.Winner ?? contest.Standings[0];
        return first.Total - (contest.Standings[0] == first ? contest.Standings[1] : contest.Standings[0]).Total;
    }

    /// <summary>The bids that one step might bring to the first place, or from it. With totals that add up, they stand first in the ranking; a price per quality point says so only one by one.</summary>
    private HashSet<string> NearTheFirst()
    {
        Unreduced most = Unreduced.Of(points.Steps.Aggregate(Ratio.Zero, (a, b) => a > b ? a : b));
        IEnumerable<Standing> near = methodology.LowestWins ? contest.Standings.Where(s => s.Contender.Quality <= most.Exact || MayBeFirst(s, most)) : contest.Standings.TakeWhile(s => MayBeFirst(s, most));
        return [.. near.Select(s => s.Contender.Bid)];
    }

    private bool MayBeFirst(Standing standing, Unreduced most) =>
        standing.HasKeyOf(contest.Standings[0]) || !contest.Standings[0].Beats(contest.Stand(standing.Contender.Raised(most)));

    /// <summary>The criteria in which a step takes this bid over a minimum.</summary>
    private List<int> Crossing(Contender bid)
    {
        List<int> places = [];
        foreach (int place in points.Minima)
        {
            QualityCriterion criterion = methodology.Quality[place];
            decimal score = bid.Scores[place];
            if (criterion.Fails(score - criterion.Step) != criterion.Fails(score + criterion.Step))
            {
                places.Add(place);
            }
        }

        return places;
    }

    private void TryAll(int bid, IReadOnlyList<int> places)
    {
        foreach (int place in places)
        {
            Unreduced step = Unreduced.Of(points.Steps[place]);
            Try(bid, place, contenders[bid].Scores[place] - methodology.Quality[place].Step, -step);
            Try(bid, place, contenders[bid].Scores[place] + methodology.Quality[place].Step, step);
        }
    }

    private void Try(int bid, int place, decimal to, Unreduced worth)
    {
        QualityCriterion criterion = methodology.Quality[place];
        Contender before = contenders[bid];
        if (to < 0 || to > criterion.Scale)
        {
            return;
        }

        Contender moved = before.With(criterion, place, to, worth);
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
