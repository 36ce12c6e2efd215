using System.Text.Json;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A request's body as JSON: every key once, every text readable, nested no deeper than any contract needs.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>The body's object. Raises <see cref="UnreadableBody"/> when it is not JSON, <see cref="InputRefused"/> when it is no object.</summary>
    public static async Task<JsonDocument> Read(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        byte[] body = await ApiJson.Bytes(request, mostBytes, cancellation);
        try
        {
            JsonDocument document = JsonDocument.Parse(body, Strict);
            MustBeReadable(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new InputRefused("body", "Send a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw new UnreadableBody(StatusCodes.Status400BadRequest, $"The body is not JSON: {malformed.Message}");
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableBody(StatusCodes.Status400BadRequest, "The body is not JSON: a text holds half of a character (an unpaired surrogate).");
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
