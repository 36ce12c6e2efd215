using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Kernel;

namespace Portal.Web.Api;

/// <summary>Decimals as strings on the way out; strings or plain JSON numbers on the way in, read from their digits.</summary>
public sealed class DecimalJson(int mostDecimals) : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadExact(ref reader, mostDecimals);

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteStringValue(DecimalText.Write(value));

    internal static decimal ReadExact(ref Utf8JsonReader reader, int mostDecimals)
    {
        (decimal? number, string? fault) = reader.TokenType switch
        {
            JsonTokenType.String => DecimalText.Read(reader.GetString(), mostDecimals),
            JsonTokenType.Number => DecimalText.ReadBare(Encoding.UTF8.GetString(reader.ValueSpan), mostDecimals),
            _ => (null, "Enter a number, or a number in quotation marks."),
        };
        return number ?? throw new WrongValue(fault!);
    }
}

/// <summary>Says how many decimals a number of a request may have, where it is not the usual ten.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DecimalsAttribute(int most) : JsonConverterAttribute
{
    public int Most { get; } = most;

    public override JsonConverter CreateConverter(Type typeToConvert) => new DecimalJson(Most);
}

/// <summary>Money: two decimals out; none to two in.</summary>
public sealed class MoneyJson : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(DecimalJson.ReadExact(ref reader, 2));

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToApi());
}

/// <summary>Instants: ISO 8601 with an offset, which a request must state.</summary>
public sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateText.Instant(reader.TokenType == JsonTokenType.String ? reader.GetString() : null)
        ?? throw new WrongValue("Enter a date and time with its offset, such as 2026-11-23T12:00:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Offset == TimeSpan.Zero
            ? value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
}

/// <summary>The words of an enumeration in camelCase, exactly: no numbers, no other case, no lists.</summary>
public sealed class WordJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TWord> : JsonConverter<TWord>
        where TWord : struct, Enum
    {
        private static readonly Dictionary<string, TWord> Known = Words.Of<TWord>();

        public override TWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Known.TryGetValue(
            reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString()! : "", out TWord word)
            ? word
            : throw new WrongValue($"Enter one of: {string.Join(", ", Known.Keys)}.");

        public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options) => writer.WriteStringValue(Words.Of(value));

        public override TWord ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options) => writer.WritePropertyName(Words.Of(value));
    }
}

/// <summary>An enumeration's members as the API spells them.</summary>
public static class Words
{
    public static Dictionary<string, TWord> Of<TWord>()
        where TWord : struct, Enum => Enum.GetValues<TWord>().ToDictionary(Of, StringComparer.Ordinal);

    public static string Of<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());
}

/// <summary>Typed ids as their UUID.</summary>
public sealed class TypedIdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid value) ? TId.From(value) : throw new WrongValue("Enter an id.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
