using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Whom a lot is for, in the words people read: the same for the tender's lot and the framework's.</summary>
public static class CoverWords
{
    /// <summary>The judgements from which homes may join.</summary>
    public static IReadOnlyList<Choice> Judgements { get; } = [.. new[] { Judgement.Good, Judgement.RequiresImprovement }.Select(j => new Choice(j.ToString(), GovWords.Of(j)))];

    public static string Of(LotCover cover) => cover.ForWhom;

    public static string From(Judgement lowest) => lowest == Judgement.Good ? "The judgement Good; below it only with an improvement plan" : $"The judgement {GovWords.Of(lowest)}";
}
