using System.Text.Json.Serialization;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Whom a lot is for: ages, needs, area (a boundary or a radius, in the notice's words), and the judgement at which a home joins without a condition.</summary>
public sealed record LotCover(int? AgeFrom, int? AgeTo, IReadOnlyCollection<string> Needs, string? Geography, Judgement MinimumJudgement)
{
    private const int LongestGeography = 400;

    /// <summary>Says nothing: the lot is for everybody, everywhere.</summary>
    [JsonIgnore]
    public bool IsBlank => AgeFrom is null && AgeTo is null && Needs.Count == 0 && string.IsNullOrWhiteSpace(Geography) && MinimumJudgement == Judgement.Good;

    /// <summary>Ages, needs and area, as pages show them.</summary>
    [JsonIgnore]
    public string ForWhom => string.Join("; ", new[] { Ages, string.Join(", ", Needs.Select(NeedNames.Of)), Geography }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>From which judgement a home joins.</summary>
    [JsonIgnore]
    public string FromJudgement => MinimumJudgement == Judgement.Good
        ? "the judgement Good; below it only with an improvement plan"
        : $"the judgement {(MinimumJudgement == Judgement.RequiresImprovement ? "Requires improvement" : MinimumJudgement.ToString())}";

    /// <summary>The whole cover in the sentences of a notice.</summary>
    [JsonIgnore]
    public string InWords => $"For: {ForWhom}. Homes join from {FromJudgement}.";

    private string Ages => (AgeFrom, AgeTo) switch
    {
        (null, null) => "All ages",
        ({ } from, { } to) when from == to => $"Age {from}",
        ({ } from, { } to) => $"Ages {from} to {to}",
        ({ } from, null) => $"From age {from}",
        (null, { } to) => $"Up to age {to}",
    };

    /// <summary>Says the same of whom the lot is for, in whatever order.</summary>
    public bool SaysTheSameAs(LotCover other) => (AgeFrom, AgeTo, Geography, MinimumJudgement) == (other.AgeFrom, other.AgeTo, other.Geography, other.MinimumJudgement) && Needs.ToHashSet(StringComparer.Ordinal).SetEquals(other.Needs);

    /// <summary>The same in order: area trimmed, needs once each. Raises <see cref="RuleBroken"/> for ages that cannot be.</summary>
    public LotCover Checked()
    {
        if (AgeFrom is < 0 or > 25 || AgeTo is < 0 or > 25)
        {
            throw new RuleBroken("AGE_BAND", "Ages lie between 0 and 25.", field: "AgeFrom");
        }

        if (AgeFrom > AgeTo)
        {
            throw new RuleBroken("AGE_BAND", "The youngest age cannot be above the oldest.", field: "AgeFrom");
        }

        if (Geography is { Length: > LongestGeography })
        {
            throw new RuleBroken("AREA_LONG", $"Say the area in at most {LongestGeography} characters.", field: "Geography");
        }

        return this with { Needs = [.. Needs.Distinct()], Geography = string.IsNullOrWhiteSpace(Geography) ? null : Geography.Trim() };
    }
}
