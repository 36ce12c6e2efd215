using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>What quality means for a new placement in a home, seen from one region: stopped, allowed with care (the quality lead signs), or clear; and why (gate: stop and caution).</summary>
public sealed record QualityStanding(bool Stopped, bool Caution, IReadOnlyList<string> Why)
{
    public static QualityStanding Of(ProviderHome home, IReadOnlyCollection<string> embargoes, string? ownCooperative)
    {
        bool own = ownCooperative is not null && embargoes.Contains(ownCooperative);
        (bool Holds, string Words)[] stops =
        [
            (home.Judgement == Judgement.Inadequate, "The regulator judges the home inadequate."),
            (home.Restriction, "The regulator’s restriction notice is in force."),
            (own, "Your own co-operative has stopped new placements."),
        ];
        (bool Holds, string Words)[] cautions =
        [
            (home.Judgement == Judgement.RequiresImprovement, "The regulator asks for improvement."),
            (home.Judgement == Judgement.None, "The home has no judgement yet."),
            (embargoes.Count > 0 && !own, $"Stopped by another region: {string.Join(", ", embargoes.Order(StringComparer.Ordinal))}."),
        ];
        return new QualityStanding(stops.Any(s => s.Holds), cautions.Any(c => c.Holds), [.. stops.Concat(cautions).Where(x => x.Holds).Select(x => x.Words)]);
    }
}
