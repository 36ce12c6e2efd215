using System.Text.Json.Nodes;

namespace Portal.Domain.Notices.Ocds;

/// <summary>Merges the releases of one contracting process, oldest first, into what is known now (OCDS 1.1 merging: fields by name, list items by id, later values win, null takes away).</summary>
public static class CompiledRelease
{
    public static JsonObject Of(IReadOnlyList<JsonObject> releases)
    {
        JsonObject compiled = [];
        foreach (JsonObject release in releases)
        {
            Merge(compiled, release);
        }

        JsonObject last = releases[^1];
        compiled["id"] = $"{last["ocid"]}-compiled-{last["id"]}";
        compiled["tag"] = new JsonArray("compiled");
        return compiled;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach ((string name, JsonNode? value) in from)
        {
            switch (value)
            {
                case null:
                    into.Remove(name);
                    break;
                case JsonObject inner when into[name] is JsonObject known:
                    Merge(known, inner);
                    break;
                case JsonArray items when HaveIds(items) && into[name] is JsonArray known && HaveIds(known):
                    MergeById(known, items);
                    break;
                default:
                    into[name] = value.DeepClone();
                    break;
            }
        }
    }

    private static bool HaveIds(JsonArray items) => items.Count > 0 && items.All(item => item is JsonObject o && o.ContainsKey("id"));

    private static void MergeById(JsonArray into, JsonArray from)
    {
        foreach (JsonObject item in from.OfType<JsonObject>())
        {
            string id = item["id"]!.ToString();
            if (into.OfType<JsonObject>().FirstOrDefault(known => known["id"]?.ToString() == id) is { } same)
            {
                Merge(same, item);
            }
            else
            {
                into.Add(item.DeepClone());
            }
        }
    }
}
