using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Web.Api;

/// <summary>The one reading and writing of API JSON: camelCase, exact words, decimals and money as strings, no duplicate keys.</summary>
public static partial class ApiJson
{
    private const int MostBytes = 1024 * 1024;

    public static JsonSerializerOptions Options { get; } = Configured(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Applies the conventions to a serialiser, also to the one that MVC answers with.</summary>
    public static JsonSerializerOptions Configured(JsonSerializerOptions options)
    {
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new DecimalJson(10));
        options.Converters.Add(new MoneyJson());
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new WordJson());
        options.Converters.Add(new TypedIdJson());
        return options;
    }

    /// <summary>The body as <typeparamref name="T"/>: another media type 415, not JSON 400, JSON in another shape 422 with the field.</summary>
    public static async Task<T> Read<T>(HttpRequest request, CancellationToken cancellation, int mostBytes = MostBytes)
        where T : class => Read<T>(await Bytes(request, mostBytes, cancellation));

    /// <summary>The raw body of a JSON request (one that names no media type is taken for JSON), for those who must also hash it.</summary>
    public static async Task<byte[]> Bytes(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        if (request.ContentType is not null && !request.HasJsonContentType())
        {
            throw new UnreadableBody(StatusCodes.Status415UnsupportedMediaType, "Send the body as application/json.");
        }

        using MemoryStream kept = new();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > mostBytes)
            {
                throw new UnreadableBody(StatusCodes.Status413PayloadTooLarge, $"The body may have at most {mostBytes} bytes.");
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Bytes already read, as <typeparamref name="T"/>.</summary>
    public static T Read<T>(byte[] body)
        where T : class
    {
        using JsonDocument document = Parse(body);
        try
        {
            return document.Deserialize<T>(Options) ?? throw new InputRefused("body", "Send a JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new InputRefused(Field(wrong), Message(wrong));
        }
        catch (InvalidOperationException half)
        {
            throw new UnreadableBody(StatusCodes.Status400BadRequest, "A text of the body holds half of a character (an unpaired surrogate).", half);
        }
    }

    private static JsonDocument Parse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Options.MaxDepth });
        }
        catch (JsonException malformed)
        {
            throw new UnreadableBody(
                StatusCodes.Status400BadRequest, $"The body is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");
        }
    }

    private static string Field(JsonException wrong)
    {
        string path = wrong.Path is ['$', '.', .. string rest] ? rest : "body";
        return MissingName().Match(wrong.Message) is { Success: true } missing
            ? (path == "body" ? "" : path + ".") + missing.Groups[1].Value
            : path;
    }

    private static string Message(JsonException wrong) => wrong switch
    {
        WrongValue own => own.Message,
        _ when MissingName().IsMatch(wrong.Message) => "This is required.",
        _ when wrong.Message.Contains("uplicate", StringComparison.Ordinal) => "A key is given twice.",
        _ => "This is not of the kind expected here.",
    };

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex MissingName();
}

/// <summary>A value inside a JSON body that one of the portal's own readers refused, with words for people.</summary>
public sealed class WrongValue(string message) : JsonException(message);
