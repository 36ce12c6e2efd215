using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards;

/// <summary>How frozen parts of an award are kept as text: ids as UUIDs, prices as exact digits.</summary>
internal static class AwardsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new IdJson<SubmissionId>(), new IdJson<OrganisationId>(), new IdJson<PersonId>(), new ExactJson() },
    };

    extension<T>(PropertyBuilder<T> property)
    {
        public PropertyBuilder<T> AsAwardText()
        {
            property.HasConversion(
                value => Write(value),
                text => Read<T>(text),
                new ValueComparer<T>((left, right) => Write(left) == Write(right), value => Write(value).GetHashCode(StringComparison.Ordinal), value => Read<T>(Write(value))));
            return property;
        }
    }

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    private sealed class IdJson<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class ExactJson : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("0.00##", CultureInfo.InvariantCulture));
    }
}
