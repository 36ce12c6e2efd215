using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Domain.Notices.Ocds;

/// <summary>One thing in a release that the UK profile does not allow, with the rule and the place.</summary>
public sealed record ProfileFault(string Rule, string Path, string Text);

/// <summary>The portal's own closed checks of a release, beyond the JSON schema: what United Kingdom use requires (B1-01 to B1-21).</summary>
public static partial class ProfileCheck
{
    private static readonly string[] Tags =
    [
        "planning", "planningUpdate", "tender", "tenderAmendment", "tenderUpdate", "tenderCancellation", "award", "awardUpdate", "awardCancellation",
        "contract", "contractUpdate", "contractAmendment", "implementation", "implementationUpdate", "contractTermination", "compiled",
    ];

    private static readonly Dictionary<string, string[]> Statuses = new()
    {
        ["tender"] = ["planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"],
        ["lots"] = ["planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"],
        ["awards"] = ["pending", "active", "cancelled", "unsuccessful"],
        ["contracts"] = ["pending", "active", "cancelled", "terminated"],
    };

    // Lists whose items merge by their id, so that each needs one (B1-02).
    private static readonly string[] Identified = ["documents", "items", "milestones", "lots", "awards", "contracts", "parties", "amendments", "metrics", "observations", "statistics"];

    // The section that a tag speaks of must be there (B1-05).
    private static readonly Dictionary<string, string> SectionOfTag = new()
    {
        ["planning"] = "planning",
        ["planningUpdate"] = "planning",
        ["tender"] = "tender",
        ["tenderUpdate"] = "tender",
        ["tenderCancellation"] = "tender",
        ["award"] = "awards",
        ["awardUpdate"] = "awards",
        ["awardCancellation"] = "awards",
        ["contract"] = "contracts",
        ["contractUpdate"] = "contracts",
        ["contractAmendment"] = "contracts",
        ["implementation"] = "contracts",
        ["implementationUpdate"] = "contracts",
        ["contractTermination"] = "contracts",
    };

    /// <summary>Everything that is wrong with one release, compiled ones included; empty when nothing is.</summary>
    public static IReadOnlyList<ProfileFault> Of(JsonObject release) =>
    [
        .. Head(release),
        .. Tagged(release),
        .. Walk(release, "$").SelectMany(found => Node(found.Name, found.Path, found.Node)),
        .. Profile(release),
        .. References(release),
    ];

    private static IEnumerable<ProfileFault> Head(JsonObject release)
    {
        foreach (string name in new[] { "ocid", "id", "date", "tag", "initiationType" }.Where(name => release[name] is null))
        {
            yield return new ProfileFault("B1-01", "$." + name, "is required");
        }

        if (Text(release, "initiationType") is { } initiation && initiation != "tender")
        {
            yield return new ProfileFault("B1-01", "$.initiationType", "must be tender");
        }

        if (Text(release, "ocid") is { } ocid && !OcidShape().IsMatch(ocid))
        {
            yield return new ProfileFault("B1-03", "$.ocid", "is not a prefix followed by the process");
        }
    }

    private static IEnumerable<ProfileFault> Tagged(JsonObject release)
    {
        foreach (string? tag in (release["tag"] as JsonArray ?? []).Select(t => t?.ToString()))
        {
            if (!Tags.Contains(tag))
            {
                yield return new ProfileFault("B1-05", "$.tag", $"{tag} is no tag");
            }
            else if (SectionOfTag.TryGetValue(tag!, out string? section) && release[section] is null)
            {
                yield return new ProfileFault("B1-05", "$." + section, $"is missing although the tag is {tag}");
            }
        }
    }

    private static IEnumerable<ProfileFault> Profile(JsonObject release) =>
        [.. release["tender"] is JsonObject tender ? Basis(tender) : [], .. Items(release, "parties").Where(IsUnclassifiedBuyer).Select(_ => new ProfileFault("B1-10", "$.parties", "the buyer has no UK_CA_TYPE"))];

    private static IEnumerable<ProfileFault> Basis(JsonObject tender)
    {
        if (tender["legalBasis"] is not JsonObject basis || (Text(basis, "scheme"), Text(basis, "id")) is not (("UKPGA", "2023/54") or ("UKSI", "2015/102")))
        {
            yield return new ProfileFault("B1-09", "$.tender.legalBasis", "names the Act, or the 2015 Regulations for a legacy procurement");
        }

        if (tender["specialRegime"] is JsonArray regimes && regimes.Any(r => r?.ToString() != "lightTouch"))
        {
            yield return new ProfileFault("B1-08", "$.tender.specialRegime", "may only be lightTouch");
        }
    }

    private static bool IsUnclassifiedBuyer(JsonObject party) =>
        (party["roles"] as JsonArray ?? []).Any(r => r?.ToString() == "buyer")
        && !(party["details"]?["classifications"] as JsonArray ?? []).Any(c => c?["scheme"]?.ToString() == "UK_CA_TYPE");

    private static IEnumerable<ProfileFault> References(JsonObject release)
    {
        HashSet<string?> parties = [.. Items(release, "parties").Select(p => Text(p, "id"))];
        HashSet<string?> awards = [.. Items(release, "awards").Select(a => Text(a, "id"))];
        if (release["buyer"] is JsonObject buyer && !parties.Contains(Text(buyer, "id")))
        {
            yield return new ProfileFault("B1-10", "$.buyer", "is not among the parties");
        }

        foreach (JsonObject supplier in Items(release, "awards").SelectMany(award => Items(award, "suppliers")).Where(s => !parties.Contains(Text(s, "id"))))
        {
            yield return new ProfileFault("B1-10", "$.awards.suppliers", $"{Text(supplier, "id")} is not among the parties");
        }

        foreach (JsonObject contract in Items(release, "contracts").Where(c => c["awardID"] is null || (awards.Count > 0 && !awards.Contains(Text(c, "awardID")))))
        {
            yield return new ProfileFault("B1-02", "$.contracts.awardID", $"contract {Text(contract, "id")} belongs to no award of the release");
        }
    }

    private static IEnumerable<ProfileFault> Node(string name, string path, JsonNode? node) => node switch
    {
        JsonArray items => List(name, path, items),
        JsonObject found => ProfileValues.Of(name, path, found, Statuses),
        JsonValue value => ProfileValues.Leaf(name, path, value),
        _ => [new ProfileFault("B1-18", path, "is an explicit null")],
    };

    private static IEnumerable<ProfileFault> List(string name, string path, JsonArray items)
    {
        if (items.Count == 0)
        {
            yield return new ProfileFault("B1-18", path, "is an empty list");
        }

        string?[] ids = Identified.Contains(name) ? [.. items.OfType<JsonObject>().Select(item => Text(item, "id"))] : [];
        if (ids.Any(id => id is null) || ids.Distinct().Count() < ids.Length)
        {
            yield return new ProfileFault("B1-02", path, "has an item without an id, or two with the same");
        }
    }

    private static IEnumerable<(string Name, string Path, JsonNode? Node)> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject inner => inner.SelectMany(pair => Walk(pair.Value, $"{path}.{pair.Key}").Prepend((pair.Key, $"{path}.{pair.Key}", pair.Value))),
        JsonArray items => items.SelectMany((item, at) => Walk(item, $"{path}[{at}]").Prepend((path.Split('.')[^1], $"{path}[{at}]", item))),
        _ => [],
    };

    private static IEnumerable<JsonObject> Items(JsonObject of, string name) => (of[name] as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonObject of, string name) => of[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    [GeneratedRegex(@"^ocds-[a-z0-9]{6}-[0-9a-zA-Z-]{1,60}\z")]
    private static partial Regex OcidShape();
}
