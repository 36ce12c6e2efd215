using System.Globalization;
using System.Text.Json;

namespace Portal.Domain.Gate.Asking;

/// <summary>The lists of an object: each item under its own path.</summary>
internal sealed partial class JsonFields
{
    public IReadOnlyList<T> Each<T>(string name, Func<JsonFields, T> read)
    {
        List<T> items = [];
        foreach ((JsonElement item, int index) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                items.Add(read(new JsonFields(item, $"{PathOf(name)}[{index}]", errors)));
            }
            else
            {
                Refuse($"{name}[{index}]", "Enter an object.");
            }
        }

        return items;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        List<string> items = [];
        foreach ((JsonElement item, int index) in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                items.Add(item.GetString()!);
            }
            else
            {
                Refuse($"{name}[{index}]", "Enter text.");
            }
        }

        return items;
    }

    /// <summary>A list of texts, or of objects that carry the text under <paramref name="key"/>.</summary>
    public IReadOnlyList<string> TextsOrNamed(string name, string key)
    {
        List<string> items = [];
        foreach ((JsonElement item, int index) in Items(name))
        {
            JsonElement text = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(key, out JsonElement named) ? named : item;
            if (text.ValueKind == JsonValueKind.String)
            {
                items.Add(text.GetString()!);
            }
            else
            {
                Refuse($"{name}[{index}]", $"Enter text, or an object with “{key}”.");
            }
        }

        return items;
    }

    private IEnumerable<(JsonElement Item, int Index)> Items(string name) =>
        Value(name, JsonValueKind.Array, "a list") is { } list ? list.EnumerateArray().Select((item, index) => (item, index)) : [];

    /// <summary>A number of hours or trips, also as a decimal string, as amounts are sent.</summary>
    public decimal? Quantity(string name)
    {
        if (Raw(name) is not { ValueKind: JsonValueKind.String } written || !AmountShape().IsMatch(written.GetString()!))
        {
            return Number(name);
        }

        decimal quantity = decimal.Parse(written.GetString()!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (quantity > LargestCount)
        {
            Refuse(name, "Enter a number from 0 to 1000000.");
        }

        return quantity;
    }
}
