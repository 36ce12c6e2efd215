using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Bids;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Api;

namespace Portal.Web.Bids.Api;

/// <summary>A draft as the provider API spells it, in and out.</summary>
internal static class BidApiJson
{
    private static readonly string[] Known = ["answers", "prices", "files", "declarations", "homes"];
    private static readonly string[] KnownOfHome = ["urn", "prices", "files"];

    public static JsonObject Write(BidContent content, bool perHome)
    {
        JsonObject bid = new()
        {
            ["answers"] = Map(content.Answers, a => JsonValue.Create(a)),
            ["prices"] = Map(content.Prices, Price),
            ["files"] = Map(content.Files, Files),
            ["declarations"] = Map(content.Declarations, d => JsonValue.Create(d)),
        };
        if (perHome)
        {
            bid["homes"] = new JsonArray([.. content.Homes.Select(h => new JsonObject { ["urn"] = h.Urn, ["prices"] = Map(h.Prices, Price), ["files"] = Map(h.Files, Files) })]);
        }

        return bid;
    }

    /// <summary>Refuses (422) what the lot does not ask for and what is not in its shape, field by field.</summary>
    public static BidContent Read(JsonElement body, Lot lot)
    {
        InputErrors errors = new();
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new InputRefused("body", "Send the whole draft as a JSON object.");
        }

        OnlyKnown(body, Known, "", errors);
        BidContent content = new()
        {
            Answers = Section(body, "answers", "", lot.Questions.Select(q => q.Code), errors, Answer),
            Prices = Section(body, "prices", "", lot.PriceLines.Select(l => l.Code), errors, Price),
            Files = Section(body, "files", "", lot.RequiredDocuments.Select(d => d.Code), errors, Files),
            Declarations = Section(body, "declarations", "", lot.Declarations.Select(d => d.Code), errors, Declared),
            Homes = Homes(body, lot, errors),
        };
        errors.ThrowIfAny();
        return content;
    }

    private static List<HomeBid> Homes(JsonElement body, Lot lot, InputErrors errors)
    {
        if (!body.TryGetProperty("homes", out JsonElement homes) || homes.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (homes.ValueKind != JsonValueKind.Array || (!lot.PerHome && homes.GetArrayLength() > 0))
        {
            errors.Add("homes", lot.PerHome ? "Send a list of homes." : $"Lot {lot.Number} is not bid for home by home.");
            return [];
        }

        return [.. homes.EnumerateArray().Select((home, i) => Home(home, lot, string.Create(CultureInfo.InvariantCulture, $"homes[{i}]."), errors))];
    }

    private static HomeBid Home(JsonElement home, Lot lot, string at, InputErrors errors)
    {
        if (home.ValueKind != JsonValueKind.Object)
        {
            errors.Add(at.TrimEnd('.'), "Send a home as an object with its urn.");
            return new HomeBid { Urn = "" };
        }

        OnlyKnown(home, KnownOfHome, at, errors);
        string urn = home.TryGetProperty("urn", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString()!.Trim() : "";
        if (urn.Length is 0 or > 10)
        {
            errors.Add(at + "urn", "Give the home's Ofsted URN.");
        }

        return new HomeBid
        {
            Urn = urn,
            Prices = Section(home, "prices", at, lot.PriceLines.Select(l => l.Code), errors, Price),
            Files = Section(home, "files", at, lot.RequiredDocuments.Select(d => d.Code), errors, Files),
        };
    }

    private static Dictionary<string, T> Section<T>(JsonElement body, string name, string at, IEnumerable<string> codes, InputErrors errors, Func<JsonElement, (T? Value, string? Fault)> read)
    {
        Dictionary<string, T> section = [];
        if (!body.TryGetProperty(name, out JsonElement given) || given.ValueKind == JsonValueKind.Null)
        {
            return section;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            errors.Add(at + name, "Send an object by code.");
            return section;
        }

        HashSet<string> asked = [.. codes];
        foreach (JsonProperty part in given.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null))
        {
            (T? value, string? fault) = asked.Contains(part.Name) ? read(part.Value) : (default, "The lot does not ask for this.");
            if (fault is not null)
            {
                errors.Add($"{at}{name}.{part.Name}", fault);
            }
            else
            {
                section[part.Name] = value!;
            }
        }

        return section;
    }

    private static (string? Value, string? Fault) Answer(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.String => (given.GetString(), null),
        JsonValueKind.Number => (given.GetRawText(), null),
        JsonValueKind.True => ("yes", null),
        JsonValueKind.False => ("no", null),
        _ => (null, "Send the answer as a string."),
    };

    private static (decimal Value, string? Fault) Price(JsonElement given)
    {
        (decimal? amount, string? fault) = DecimalText.Read(given, 2);
        return amount < 0 ? (0, "A price cannot be negative.") : (amount ?? 0, fault);
    }

    private static (IReadOnlyList<UploadId>? Value, string? Fault) Files(JsonElement given)
    {
        if (given.ValueKind != JsonValueKind.Array)
        {
            return (null, "Send a list of upload ids.");
        }

        List<UploadId> ids = [];
        foreach (JsonElement item in given.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || !Guid.TryParse(item.GetString(), out Guid id))
            {
                return (null, "This is not an upload id.");
            }

            ids.Add(new UploadId(id));
        }

        return (ids, null);
    }

    private static (bool Value, string? Fault) Declared(JsonElement given) =>
        given.ValueKind is JsonValueKind.True or JsonValueKind.False ? (given.GetBoolean(), null) : (false, "Send true or false.");

    private static void OnlyKnown(JsonElement body, string[] known, string at, InputErrors errors)
    {
        foreach (JsonProperty unknown in body.EnumerateObject().Where(p => !known.Contains(p.Name)))
        {
            errors.Add(at + unknown.Name, "A draft has no such part.");
        }
    }

    private static JsonObject Map<T>(IReadOnlyDictionary<string, T> values, Func<T, JsonNode?> write) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, write(v.Value))));

    private static JsonNode? Price(decimal amount) => JsonValue.Create(amount.ToString("0.00", CultureInfo.InvariantCulture));

    private static JsonNode? Files(IReadOnlyList<UploadId> files) => new JsonArray([.. files.Select(f => JsonValue.Create(f.Value.ToString()))]);
}
