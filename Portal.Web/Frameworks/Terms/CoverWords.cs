using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Referrals;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Whom a lot is for, in the words people read: the same for the tender's lot and the framework's.</summary>
public static class CoverWords
{
    /// <summary>The judgements from which homes may join.</summary>
    public static IReadOnlyList<Choice> Judgements { get; } = [.. new[] { Judgement.Good, Judgement.RequiresImprovement }.Select(j => new Choice(j.ToString(), GovWords.Of(j)))];

    public static string Of(LotCover cover) => string.Join("; ", new[] { Ages(cover), string.Join(", ", cover.Needs.Select(NeedWords.InWords)), cover.Geography }.Where(part => !string.IsNullOrEmpty(part)));

    public static string From(Judgement lowest) => lowest == Judgement.Good ? "The judgement Good; below it only with an improvement plan" : $"The judgement {GovWords.Of(lowest)}";

    private static string Ages(LotCover cover) => (cover.AgeFrom, cover.AgeTo) switch
    {
        (null, null) => "All ages",
        ({ } from, { } to) when from == to => $"Age {from}",
        ({ } from, { } to) => $"Ages {from} to {to}",
        ({ } from, null) => $"From age {from}",
        (null, { } to) => $"Up to age {to}",
    };
}
