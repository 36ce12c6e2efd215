using System.Reflection;
using System.Text.Json;

namespace Portal.Tests.Evaluation;

/// <summary>The price vectors that come with the rules.</summary>
internal static class Vectors
{
    private static readonly Lazy<JsonDocument> Held = new(() =>
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("vectors/price_vectors.json")!;
        return JsonDocument.Parse(stream);
    });

    public static JsonElement Of(string id) => Held.Value.RootElement.EnumerateArray().Single(v => v.GetProperty("id").GetString() == id);

    public static JsonElement Inputs(string id) => Of(id).GetProperty("inputs");

    public static JsonElement Expected(string id) => Of(id).GetProperty("expected");

    public static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    public static decimal[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetDecimal())];
}
