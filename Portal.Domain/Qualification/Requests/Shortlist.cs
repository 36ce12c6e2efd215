using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Flexible;

namespace Portal.Domain.Qualification.Requests;

/// <summary>A request's place among those that qualify.</summary>
public sealed record ShortlistPlace(ParticipationRequest Request, decimal Points, int Place, bool Invited);

/// <summary>Puts requests in order by the published criteria (A4-07). Sums are exact: points are brought to one denominator, never rounded, before they are compared.</summary>
public static class Shortlist
{
    /// <summary>Who is level with the last place is invited too, so that nobody is left out by chance.</summary>
    public static IReadOnlyList<ShortlistPlace> Of(FlexiblePlan plan, IReadOnlyList<ParticipationRequest> qualified)
    {
        decimal whole = plan.Shortlist.Select(c => (decimal)c.MostPoints).Distinct().Aggregate(1m, (product, most) => product * most);
        decimal Exact(ParticipationRequest request) => plan.Shortlist.Sum(c => c.Weight * (request.Scores.First(s => s.Code == c.Code).Points * (whole / c.MostPoints)));
        var exact = qualified.Select(r => (Request: r, Sum: Exact(r))).OrderByDescending(r => r.Sum).ToList();
        return [.. exact.Select(r => Placed(r.Request, r.Sum / whole, exact.Count(o => o.Sum > r.Sum) + 1, plan.MostInvited))];
    }

    internal static IEnumerable<Reason> FaultsOf(ShortlistCriterion criterion, RequestScore? score)
    {
        if (score is null || score.Points < 0 || score.Points > criterion.MostPoints)
        {
            yield return new Reason("POINTS", $"Give 0 to {criterion.MostPoints} points for “{criterion.Title}”.", "A4-07", $"Scores[{criterion.Code}]");
        }
        else if (string.IsNullOrWhiteSpace(score.Reason))
        {
            yield return new Reason("POINTS_REASON", $"Say why “{criterion.Title}” gets these points. The supplier reads it.", "A13-01", $"Scores[{criterion.Code}]");
        }
    }

    private static ShortlistPlace Placed(ParticipationRequest request, decimal points, int place, int most) =>
        new(request, decimal.Round(points, 2, MidpointRounding.AwayFromZero), place, place <= most);
}
