using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids;

/// <summary>What a bid for one lot says: answers, prices, evidence, declarations and, where the lot is per home, the homes.</summary>
public sealed record BidContent
{
    public static BidContent Empty { get; } = new();

    /// <summary>By question code; yes and no as <c>yes</c> and <c>no</c>, numbers as written.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>By price line code, in pounds.</summary>
    public IReadOnlyDictionary<string, decimal> Prices { get; init; } = new Dictionary<string, decimal>();

    /// <summary>By required document's code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<UploadId>> Files { get; init; } = new Dictionary<string, IReadOnlyList<UploadId>>();

    public IReadOnlyDictionary<string, bool> Declarations { get; init; } = new Dictionary<string, bool>();

    public IReadOnlyList<HomeBid> Homes { get; init; } = [];

    /// <summary>Who stands behind the bid besides the bidder.</summary>
    public BidParties Parties { get; init; } = new();

    /// <summary>Every file of the bid once.</summary>
    [JsonIgnore]
    public IReadOnlyList<UploadId> AllFiles => [.. Files.Values.Concat(Homes.SelectMany(h => h.Files.Values)).SelectMany(f => f).Distinct()];

    /// <summary>Who bids and what was declared: what stands in the qualification envelope.</summary>
    public BidContent OnlyQualification() => new() { Declarations = Declarations, Parties = Parties };

    /// <summary>Answers, evidence and homes without prices: what stands in the quality envelope.</summary>
    public BidContent OnlyQuality() => new() { Answers = Answers, Files = Files, Homes = [.. Homes.Select(h => h with { Prices = Empty.Prices })] };

    /// <summary>Only the prices: what stands in the price envelope.</summary>
    public BidContent OnlyPrices() => new() { Prices = Prices, Homes = [.. Homes.Select(h => new HomeBid { Urn = h.Urn, Prices = h.Prices })] };

    /// <summary>What the first act opens, from its two envelopes.</summary>
    public BidContent WithQualification(BidContent qualification) => this with { Declarations = qualification.Declarations, Parties = qualification.Parties };

    /// <summary>The bid whole again with its prices.</summary>
    public BidContent With(BidContent prices) => this with
    {
        Prices = prices.Prices,
        Homes = [.. Homes.Select(h => h with { Prices = prices.Homes.FirstOrDefault(p => p.Urn == h.Urn)?.Prices ?? Empty.Prices })],
    };
}

/// <summary>One home of a bid: its own prices and evidence. A fault in it never sinks another.</summary>
public sealed record HomeBid
{
    public required string Urn { get; init; }

    public IReadOnlyDictionary<string, decimal> Prices { get; init; } = new Dictionary<string, decimal>();

    public IReadOnlyDictionary<string, IReadOnlyList<UploadId>> Files { get; init; } = new Dictionary<string, IReadOnlyList<UploadId>>();
}

/// <summary>The one way in which bid content is written before it is sealed.</summary>
public static class BidJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new UploadIdJson(), new ExactJson() } };

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(byte[] bytes) => JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new FormatException("The bid's content is empty.");

    private sealed class UploadIdJson : JsonConverter<UploadId>
    {
        public override UploadId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, UploadId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class ExactJson : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.00##", CultureInfo.InvariantCulture));
    }
}
