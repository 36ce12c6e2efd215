using System.Globalization;
using System.Text.Json;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Walks the whole file after reading and lists what no reader used; a part of which nothing was used is one line.</summary>
internal static class LeftOver
{
    private const int MostLines = 400;
    private const int LongestShown = 160;

    public static IReadOnlyList<NotCarried> In(JsonElement root, ReadingLedger ledger)
    {
        Walk walk = new(ledger);
        walk.Into(root, "");
        return walk.Finish();
    }

    private static int Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(p => Values(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(Values),
        JsonValueKind.Null => 0,
        JsonValueKind.String => element.ValueEquals(""u8) ? 0 : 1,
        _ => 1,
    };

    private static string Shown(JsonElement element)
    {
        List<string> said = [];
        Gather(element, said);
        string text = string.Join(" · ", said);
        return text.Length <= LongestShown ? text : NoticeText.Cut(text, LongestShown) + "…";
    }

    private static void Gather(JsonElement element, List<string> said)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject().TakeWhile(_ => said.Count < 8))
                {
                    Gather(property.Value, said);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement member in element.EnumerateArray().TakeWhile(_ => said.Count < 8))
                {
                    Gather(member, said);
                }

                break;
            case JsonValueKind.String:
                Keep(Readable(element), said);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Keep(element.GetRawText(), said);
                break;
        }
    }

    private static string Readable(JsonElement text)
    {
        try
        {
            return NoticeText.Tidy(NoticeText.Cut(text.GetString()!, 1000), out _);
        }
        catch (InvalidOperationException)
        {
            return "(broken characters)";
        }
    }

    private static void Keep(string text, List<string> said)
    {
        if (text.Length > 0)
        {
            said.Add(NoticeText.Cut(text, LongestShown));
        }
    }

    private sealed class Walk(ReadingLedger ledger)
    {
        private readonly List<NotCarried> lines = [];
        private int unlisted;

        public void Into(JsonElement element, string path)
        {
            if (ledger.IsCarried(path))
            {
                return;
            }

            if (!ledger.HasCarriedBelow(path) || element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            {
                Leave(element, path);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                Members(element, path);
            }
            else
            {
                int index = 0;
                foreach (JsonElement member in element.EnumerateArray())
                {
                    Into(member, NoticePath.At(path, index++));
                }
            }
        }

        public List<NotCarried> Finish()
        {
            if (unlisted > 0)
            {
                lines.Add(new NotCarried("…", "", unlisted, string.Create(CultureInfo.InvariantCulture, $"{unlisted} further values are in the notice file only: the list stops after {MostLines} lines.")));
            }

            return lines;
        }

        // A name written twice: readers take the last, so the others are left.
        private void Members(JsonElement element, string path)
        {
            Dictionary<string, JsonElement> last = new(StringComparer.Ordinal);
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (last.TryGetValue(property.Name, out JsonElement earlier))
                {
                    Add(earlier, NoticePath.Below(path, property.Name), "The name is written twice in the same place; the last was used.");
                }

                last[property.Name] = property.Value;
            }

            foreach ((string name, JsonElement value) in last)
            {
                Into(value, NoticePath.Below(path, name));
            }
        }

        private void Leave(JsonElement element, string path) => Add(element, path, ledger.WhyRefused(path) ?? WhyLeft.At(path));

        private void Add(JsonElement element, string path, string why)
        {
            int values = Values(element);
            if (values == 0)
            {
                return;
            }

            if (lines.Count >= MostLines)
            {
                unlisted += values;
                return;
            }

            lines.Add(new NotCarried(path, Shown(element), values, why));
        }
    }
}
