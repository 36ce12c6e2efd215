using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Portal.Domain.Notices.Ocds;

/// <summary>OCDS as JSON: camelCase, nothing that is empty, amounts as JSON numbers written from exact decimals.</summary>
public static class OcdsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static string Write(Release release) => JsonSerializer.Serialize(release, Options);

    public static Release Read(string json) => JsonSerializer.Deserialize<Release>(json, Options) ?? throw new JsonException("A release is an object.");

    public static JsonObject Tree(string json) => JsonNode.Parse(json)!.AsObject();
}
