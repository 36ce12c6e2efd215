using System.Text.Json;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A request's body as JSON: every key once, every text readable, nested no deeper than any contract needs.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Raises <see cref="JsonException"/> when the body is not JSON.</summary>
    public static async Task<JsonDocument> Read(Stream body, CancellationToken cancellation)
    {
        try
        {
            JsonDocument document = await JsonDocument.ParseAsync(body, Strict, cancellation);
            MustBeReadable(document.RootElement);
            return document;
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException("The text holds half of a character (an unpaired surrogate).", half);
        }
    }

    // A lone surrogate parses, and throws only when it is read.
    private static void MustBeReadable(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    _ = property.Name.Length;
                    MustBeReadable(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    MustBeReadable(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            default:
                break;
        }
    }
}
