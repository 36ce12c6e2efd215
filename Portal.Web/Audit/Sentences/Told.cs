using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Audit.Sentences;

/// <summary>What one entry of the log says, each value in words: names for ids, London time for instants, pounds for amounts.</summary>
public sealed partial class Told(string subject, JsonElement payload, LogNames names)
{
    private static readonly string[] Amounts = ["netValue", "grossValue", "limit"];
    private static readonly string[] OfTheLog = ["at", "id", "notedAt"];

    /// <summary>The bid that the entry is about, or nothing.</summary>
    public string Bid => subject.Split('/') is ["bid", _, _, string id] && Guid.TryParse(id, out Guid bid) ? names[bid] ?? "a bid" : "";

    /// <summary>The value of that name in words; nothing where there is none.</summary>
    public string this[string name] =>
        name == "theBid" ? Bid : Find(name) is { } value ? Words(name, value) : "";

    /// <summary>How many things the list of that name holds.</summary>
    public int Count(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;

    /// <summary>Everything the entry says, one line each, for whoever wants it whole. Ids that name nothing a person knows are left out.</summary>
    public IReadOnlyList<ToldFact> All() => payload.ValueKind == JsonValueKind.Object ? [.. Facts("", payload)] : [];

    // "finding.outcome" is the outcome within the finding.
    private JsonElement? Find(string path)
    {
        JsonElement at = payload;
        foreach (string name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out JsonElement inside))
            {
                return null;
            }

            at = inside;
        }

        return at;
    }

    private IEnumerable<ToldFact> Facts(string of, JsonElement value)
    {
        foreach (JsonProperty property in value.EnumerateObject().Where(p => of.Length > 0 || !OfTheLog.Contains(p.Name)))
        {
            string label = of.Length == 0 ? Label(property.Name) : $"{of}: {Label(property.Name).ToLowerInvariant()}";
            IEnumerable<ToldFact> inside = property.Value.ValueKind switch
            {
                JsonValueKind.Object => Facts(label, property.Value),
                JsonValueKind.Array when property.Value.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object) =>
                    property.Value.EnumerateArray().Select((item, at) => new ToldFact(string.Create(CultureInfo.InvariantCulture, $"{label} {at + 1}"), Line(item))),
                _ => [new ToldFact(label, Words(property.Name, property.Value), Hash().IsMatch(property.Value.ToString()))],
            };
            foreach (ToldFact fact in inside.Where(f => f.Text.Length > 0))
            {
                yield return fact;
            }
        }
    }

    private string Line(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? string.Join("; ", Facts("", item).Select(f => $"{f.Label.ToLowerInvariant()}: {f.Text}"))
        : Words("", item);

    private string Words(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(name, value.GetString()!),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(i => i.ValueKind == JsonValueKind.Object ? People(i) : Words(name, i)).Where(t => t.Length > 0)),
        _ => "",
    };

    private string People(JsonElement item) => item.TryGetProperty("person", out JsonElement person)
        ? Words("person", person) + (item.TryGetProperty("part", out JsonElement part) ? $" ({Words("part", part)})" : "")
        : Line(item);

    private string Text(string name, string text) => text switch
    {
        _ when Guid.TryParseExact(text, "D", out Guid id) => names[id] ?? "",
        _ when Amounts.Contains(name) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) => new Money(amount).ToString(),
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => LondonTime.Day(day),
        _ when Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at) => LondonTime.ForPeople(at),
        _ when CodeName().IsMatch(text) => GovWords.Sentence(text),
        _ => text.Trim(),
    };

    private static string Label(string name) => name.EndsWith("Sha256", StringComparison.OrdinalIgnoreCase) ? (name.Length > 6 ? GovWords.Title(name[..^6]) + ", SHA-256" : "SHA-256") : GovWords.Title(name);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d")]
    private static partial Regex Instant();

    [GeneratedRegex("^([a-z]+([A-Z][a-z]+)+|[A-Z]+(_[A-Z]+)+)$")]
    private static partial Regex CodeName();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();
}

/// <summary>One line of what an entry says.</summary>
public sealed record ToldFact(string Label, string Text, bool IsHash = false);
