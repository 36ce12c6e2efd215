using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Domain.Notices.Ocds;

/// <summary>The checks of single values and small objects of a release (B1-06, B1-07, B1-11, B1-13, B1-16, B1-18, B1-21).</summary>
internal static partial class ProfileValues
{
    private static readonly string[] Amounts = ["amount", "amountGross"];

    public static IEnumerable<ProfileFault> Of(string name, string path, JsonObject found, IReadOnlyDictionary<string, string[]> statuses) =>
        [.. Status(name, path, found, statuses), .. Content(name, path, found)];

    private static IEnumerable<ProfileFault> Status(string name, string path, JsonObject found, IReadOnlyDictionary<string, string[]> statuses)
    {
        if (statuses.TryGetValue(name, out string[]? allowed) && found["status"]?.ToString() is { } status && !allowed.Contains(status))
        {
            yield return new ProfileFault("B1-06", path + ".status", $"{status} is no status of it");
        }

        if (found["amount"] is not null && found["currency"] is null)
        {
            yield return new ProfileFault("B1-07", path, "an amount has no currency");
        }
    }

    private static IEnumerable<ProfileFault> Content(string name, string path, JsonObject found)
    {
        if (name == "awardCriteria" && found["criteria"] is JsonArray criteria && Weights(criteria) is not 100m)
        {
            yield return new ProfileFault("B1-11", path, "the weights of a lot do not add up to 100");
        }

        if (found["documentType"]?.ToString() == "conflictOfInterest" && found["url"] is not null)
        {
            yield return new ProfileFault("B1-16", path, "the conflicts assessment is confirmed, never published");
        }

        if (name.EndsWith("Period", StringComparison.Ordinal) && Date(found["startDate"]) > Date(found["endDate"]))
        {
            yield return new ProfileFault("B1-18", path, "ends before it starts");
        }
    }

    public static IEnumerable<ProfileFault> Leaf(string name, string path, JsonValue value)
    {
        if (Amounts.Contains(name) && !IsExact(value))
        {
            yield return new ProfileFault("B1-07", path, "must be a plain decimal number");
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            yield break;
        }

        string text = value.GetValue<string>();
        if (name.EndsWith("Date", StringComparison.Ordinal) && Date(value) is { } date && Law.LondonTime.Local(date).Offset != date.Offset)
        {
            yield return new ProfileFault("B1-18", path, "does not carry London's offset of that day");
        }

        if (Email().IsMatch(text) || Telephone().IsMatch(text))
        {
            yield return new ProfileFault("B1-10", path, "has what looks like a person's address or telephone number");
        }
    }

    private static decimal Weights(JsonArray criteria) => criteria.OfType<JsonObject>()
        .SelectMany(c => c["numbers"] as JsonArray ?? [])
        .Sum(n => n?["number"] is JsonValue number && number.TryGetValue(out decimal weight) ? weight : 0m);

    // The digits as they stand: no exponent, at most two decimals, no string.
    private static bool IsExact(JsonValue value) => value.GetValueKind() == JsonValueKind.Number && PlainDecimal().IsMatch(value.ToJsonString());

    private static DateTimeOffset? Date(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date) ? date : null;

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,2})?\z")]
    private static partial Regex PlainDecimal();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.]+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(\+44|\b0)[0-9][0-9 ]{8,11}\b")]
    private static partial Regex Telephone();
}
