using System.Text.Json;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>The contract's words for a choice: the enum's names with a small first letter, nothing else (no numbers, no other case).</summary>
internal static class Words
{
    public static string Of<TChoice>(TChoice choice)
        where TChoice : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    public static string List<TChoice>()
        where TChoice : struct, Enum => string.Join(", ", Enum.GetValues<TChoice>().Select(Of));

    public static TChoice? Read<TChoice>(JsonElement element)
        where TChoice : struct, Enum
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string word = element.GetString()!;
        foreach (TChoice choice in Enum.GetValues<TChoice>())
        {
            if (Of(choice) == word)
            {
                return choice;
            }
        }

        return null;
    }
}
