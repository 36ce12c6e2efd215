using System.Reflection;
using System.Text.Json.Nodes;

namespace Portal.Tests.Notices;

/// <summary>As much of JSON Schema draft 4 as the OCDS schemas use: $ref, type, enum, required, properties, items, minItems, minLength, uniqueItems, pattern, format.</summary>
internal sealed class JsonSchema
{
    private readonly JsonObject root;

    private JsonSchema(JsonObject root) => this.root = root;

    public static JsonSchema Embedded(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema/" + file)!;
        return new JsonSchema(JsonNode.Parse(stream)!.AsObject());
    }

    /// <summary>Every fault, each with its path; and, when <paramref name="known"/> is asked for, every field the schema does not have.</summary>
    public IReadOnlyList<string> Faults(JsonNode? value, bool known = false) => [.. Check(root, value, "$", known)];

    private IEnumerable<string> Check(JsonObject schema, JsonNode? value, string path, bool known)
    {
        schema = Resolve(schema);
        if (!TypeFits(schema, value))
        {
            return [$"{path}: {value?.ToJsonString() ?? "null"} is not of type {schema["type"]!.ToJsonString()}"];
        }

        IEnumerable<string> faults = Enumerated(schema, value, path);
        return value switch
        {
            JsonObject inner => faults.Concat(Object(schema, inner, path, known)),
            JsonArray items => faults.Concat(Array(schema, items, path, known)),
            JsonValue leaf => faults.Concat(Leaf(schema, leaf, path)),
            _ => faults,
        };
    }

    private JsonObject Resolve(JsonObject schema)
    {
        while (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            schema = reference[2..].Split('/').Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject();
        }

        return schema;
    }

    private static bool TypeFits(JsonObject schema, JsonNode? value)
    {
        string[] types = schema["type"] switch
        {
            JsonArray many => [.. many.Select(type => type!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        string kind = value?.GetValueKind() switch
        {
            null => "null",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            { } other => other.ToString().ToLowerInvariant(),
        };
        bool whole = kind == "number" && value!.AsValue().TryGetValue(out decimal number) && number == decimal.Truncate(number);
        return types.Length == 0 || types.Contains(kind) || (whole && types.Contains("integer"));
    }

    private static IEnumerable<string> Enumerated(JsonObject schema, JsonNode? value, string path) =>
        schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value)) ? [$"{path}: {value?.ToJsonString()} is not one of {words.ToJsonString()}"] : [];

    private IEnumerable<string> Object(JsonObject schema, JsonObject value, string path, bool known)
    {
        foreach (string required in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).Where(name => !value.ContainsKey(name)))
        {
            yield return $"{path}.{required} is required";
        }

        foreach ((string name, JsonNode? inner) in value)
        {
            if (schema["properties"]?[name] is JsonObject property)
            {
                foreach (string fault in Check(property, inner, $"{path}.{name}", known))
                {
                    yield return fault;
                }
            }
            else if (known)
            {
                yield return $"{path}.{name} is no field of the schema";
            }
        }
    }

    private IEnumerable<string> Array(JsonObject schema, JsonArray items, string path, bool known)
    {
        if (items.Count < (schema["minItems"]?.GetValue<int>() ?? 0))
        {
            yield return $"{path} has too few items";
        }

        if (schema["uniqueItems"]?.GetValue<bool>() == true && items.Select(item => item?.ToJsonString()).Distinct().Count() < items.Count)
        {
            yield return $"{path} has the same item twice";
        }

        for (int at = 0; schema["items"] is JsonObject each && at < items.Count; at++)
        {
            foreach (string fault in Check(each, items[at], $"{path}[{at}]", known))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Leaf(JsonObject schema, JsonValue value, string path)
    {
        if (!value.TryGetValue(out string? text))
        {
            yield break;
        }

        if (text.Length < (schema["minLength"]?.GetValue<int>() ?? 0))
        {
            yield return $"{path} is too short";
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !System.Text.RegularExpressions.Regex.IsMatch(text, pattern))
        {
            yield return $"{path}: {text} does not match {pattern}";
        }

        bool formed = schema["format"]?.GetValue<string>() switch
        {
            "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) && text.Contains('T', StringComparison.Ordinal),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!formed)
        {
            yield return $"{path}: {text} is not a {schema["format"]}";
        }
    }
}
