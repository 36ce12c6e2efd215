using System.Text.Json;

namespace Portal.Domain.Gate.Asking;

/// <summary>The words of a vocabulary as the contract writes them (camelCase).</summary>
public static class Words
{
    public static string Of<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    public static IReadOnlyDictionary<string, TWord> ByName<TWord>()
        where TWord : struct, Enum => Vocabulary<TWord>.ByName;

    private static class Vocabulary<TWord>
        where TWord : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, TWord> ByName = Enum.GetValues<TWord>().ToDictionary(Of, StringComparer.Ordinal);
    }
}
