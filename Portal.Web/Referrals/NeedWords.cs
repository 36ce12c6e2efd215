using Portal.Domain.Frameworks;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>What a referral may say the child needs and an offer may say it cannot meet: the portal's common words, finer than the returns' codes N1 to N8.</summary>
public static class NeedWords
{
    public static IReadOnlyDictionary<string, string> Words => NeedNames.Words;

    public static IReadOnlyList<Choice> Choices { get; } = [.. Words.Select(w => new Choice(w.Key, w.Value))];

    public static string Providers(int count) => count == 1 ? "1 provider" : $"{count} providers";

    public static string InWords(string code) => NeedNames.Of(code);
}
