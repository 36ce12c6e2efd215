using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Asking;

/// <summary>Reads the fields of one JSON object strictly: a value of the wrong shape becomes an error under its full path, never a guess.</summary>
internal sealed partial class JsonFields(JsonElement source, string path, Dictionary<string, List<string>> errors)
{
    private const int MostDigits = 15;

    private const int LongestText = 4000;

    private const decimal LargestCount = 1_000_000m;

    /// <summary>Every value is missing when the object itself is.</summary>
    public bool Missing => source.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public void Refuse(string name, string message)
    {
        string field = PathOf(name);
        if (!errors.TryGetValue(field, out List<string>? messages))
        {
            errors[field] = messages = [];
        }

        messages.Add(message);
    }

    public T Required<T>(string name, T? value)
        where T : struct
    {
        if (value is null && !errors.ContainsKey(PathOf(name)))
        {
            Refuse(name, "This is needed.");
        }

        return value ?? default;
    }

    public string Required(string name, string? value)
    {
        if (value is null && !errors.ContainsKey(PathOf(name)))
        {
            Refuse(name, "This is needed.");
        }

        return value ?? "";
    }

    public JsonFields Object(string name)
    {
        JsonElement? value = Value(name, JsonValueKind.Object, "an object");
        return new JsonFields(value ?? default, PathOf(name), errors);
    }

    public JsonFields RequiredObject(string name)
    {
        JsonFields found = Object(name);
        if (found.Missing && !errors.ContainsKey(PathOf(name)))
        {
            Refuse(name, "This is needed.");
        }

        return found;
    }

    /// <summary>Text, or null when missing or blank.</summary>
    public string? Text(string name)
    {
        string? text = Value(name, JsonValueKind.String, "text")?.GetString();
        if (text?.Length > LongestText)
        {
            Refuse(name, $"Enter at most {LongestText} characters.");
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public bool Flag(string name, bool whenMissing = false)
    {
        JsonElement value = Raw(name);
        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                return whenMissing;
            default:
                Refuse(name, "Enter true or false.");
                return whenMissing;
        }
    }

    public bool IsTrue(string name) => Raw(name).ValueKind == JsonValueKind.True;

    public bool IsFalse(string name) => Raw(name).ValueKind == JsonValueKind.False;

    public int? Count(string name)
    {
        decimal? number = Number(name);
        if (number is { } found && decimal.Truncate(found) != found)
        {
            Refuse(name, "Enter a whole number.");
            return null;
        }

        return (int?)number;
    }

    /// <summary>A number that is not negative.</summary>
    public decimal? Number(string name)
    {
        if (Value(name, JsonValueKind.Number, "a number") is not { } value)
        {
            return null;
        }

        if (value.TryGetDecimal(out decimal number) && number is >= 0 and <= LargestCount)
        {
            return number;
        }

        Refuse(name, "Enter a number from 0 to 1000000.");
        return null;
    }

    /// <summary>A decimal string or a JSON number with at most two decimals and never negative.</summary>
    public Money? Price(string name)
    {
        JsonElement value = Raw(name);
        string? written = value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Plain(value),
            _ => "",
        };
        if (written is null)
        {
            return null;
        }

        if (AmountShape().IsMatch(written) && written.Count(char.IsAsciiDigit) <= MostDigits)
        {
            return new Money(decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        }

        Refuse(name, "Enter an amount in pounds, not negative, with at most two decimals, like \"6100.00\".");
        return null;
    }

    public TWord? Word<TWord>(string name)
        where TWord : struct, Enum
    {
        if (Value(name, JsonValueKind.String, "a word")?.GetString() is not { } written)
        {
            return null;
        }

        if (Words.ByName<TWord>().TryGetValue(written, out TWord word))
        {
            return word;
        }

        Refuse(name, $"“{Shortened(written)}” is not one of {string.Join(", ", Words.ByName<TWord>().Keys)}.");
        return null;
    }

    public string? WordOf(string name, IEnumerable<string> vocabulary)
    {
        if (Value(name, JsonValueKind.String, "a word")?.GetString() is not { } written)
        {
            return null;
        }

        if (vocabulary.Contains(written))
        {
            return written;
        }

        Refuse(name, $"“{Shortened(written)}” is not one of {string.Join(", ", vocabulary)}.");
        return null;
    }

    public DateTimeOffset? Instant(string name)
    {
        if (Value(name, JsonValueKind.String, "a time")?.GetString() is not { } written)
        {
            return null;
        }

        if (InstantShape().IsMatch(written)
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
        {
            return instant.ToUniversalTime();
        }

        Refuse(name, "Enter a time with its offset, like 2026-11-23T10:00:00Z.");
        return null;
    }

    public DateOnly? Date(string name)
    {
        if (Value(name, JsonValueKind.String, "a date")?.GetString() is not { } written)
        {
            return null;
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        Refuse(name, "Enter a date like 2026-11-23.");
        return null;
    }

    private static string Plain(JsonElement number) =>
        number.TryGetDecimal(out decimal exact) ? exact.ToString("0.############################", CultureInfo.InvariantCulture) : number.GetRawText();

    private static string Shortened(string written) => written.Length <= 40 ? written : written[..40] + "…";

    private JsonElement? Value(string name, JsonValueKind kind, string expected)
    {
        JsonElement value = Raw(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Refuse(name, $"Enter {expected}.");
        return null;
    }

    private JsonElement Raw(string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out JsonElement value) ? value : default;

    [GeneratedRegex(@"^[0-9]{1,15}(\.[0-9]{1,2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountShape();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex InstantShape();
}
