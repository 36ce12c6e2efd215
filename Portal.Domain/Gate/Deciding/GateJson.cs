using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Deciding;

/// <summary>How facts and answers are written: camelCase words, money as decimal strings, instants in UTC.</summary>
public static class GateJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new MoneyText(), new InstantText(), new FollowUpText() },
    };

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(decimal.Parse(reader.GetString()!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToApi());
    }

    private sealed class InstantText : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(GateJson.Write(value));
    }

    private sealed class FollowUpText : JsonConverter<FollowUp>
    {
        public override FollowUp Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            JsonElement duty = document.RootElement;
            string? due = duty.GetProperty("due").GetString();
            bool isInstant = due?.Contains('T', StringComparison.Ordinal) == true;
            return new FollowUp(
                Words.ByName<Duty>()[duty.GetProperty("what").GetString()!],
                duty.GetProperty("byWorkingDay").Deserialize<int?>(),
                due is null || isInstant ? null : DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                isInstant ? DateTimeOffset.Parse(due!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null);
        }

        public override void Write(Utf8JsonWriter writer, FollowUp value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("what", Words.Of(value.What));
            writer.WritePropertyName("byWorkingDay");
            JsonSerializer.Serialize(writer, value.ByWorkingDay);
            writer.WriteString("due", value.Due);
            writer.WriteEndObject();
        }
    }
}
