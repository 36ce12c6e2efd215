using System.Text.Json;
using Portal.Domain.Kernel;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A JSON object being read: each reader returns the value or notes what is wrong with that field and returns null.</summary>
internal sealed class JsonShape(JsonElement element, string path, InputErrors errors)
{
    private const int LongestText = 200;

    public string Path => path;

    public InputErrors Errors => errors;

    public void Fault(string field, string message) => errors.Add(At(field), message);

    public bool Has(string field) => Find(field) is not null;

    public decimal? Number(string field, int mostDecimals = 10, bool required = false)
    {
        if (Find(field) is not { } found)
        {
            return Missing<decimal?>(field, required, "Enter a number");
        }

        (decimal? number, string? fault) = DecimalText.Read(found, mostDecimals);
        if (fault is not null)
        {
            Fault(field, fault);
        }

        return number;
    }

    /// <summary>An amount of at most four decimals, not negative.</summary>
    public Money? Amount(string field, bool required = false)
    {
        decimal? number = Number(field, 4, required);
        if (number < 0)
        {
            Fault(field, "Enter an amount that is not negative");
            return null;
        }

        return number is { } amount ? new Money(amount) : null;
    }

    public int? Whole(string field, int least, int most)
    {
        if (Find(field) is not { } found)
        {
            return null;
        }

        if (found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out int number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(field, $"Enter a whole number from {least} to {most}");
        return null;
    }

    public string? Text(string field, bool required = false)
    {
        if (Find(field) is not { } found)
        {
            return Missing<string?>(field, required, "Enter a text");
        }

        if (found.ValueKind == JsonValueKind.String && found.GetString() is { Length: <= LongestText } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        Fault(field, $"Enter a text of 1 to {LongestText} characters, in quotation marks");
        return null;
    }

    public bool Flag(string field)
    {
        if (Find(field) is not { } found)
        {
            return false;
        }

        if (found.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault(field, "Enter true or false");
        }

        return found.ValueKind == JsonValueKind.True;
    }

    /// <summary>One of the contract's words: the enum's names with a small first letter.</summary>
    public TChoice? Choice<TChoice>(string field, bool required = false)
        where TChoice : struct, Enum
    {
        if (Find(field) is not { } found)
        {
            return Missing<TChoice?>(field, required, OneOf<TChoice>());
        }

        TChoice? choice = Known<TChoice>(found);
        if (choice is null)
        {
            Fault(field, OneOf<TChoice>());
        }

        return choice;
    }

    public IReadOnlyList<TChoice> Choices<TChoice>(string field)
        where TChoice : struct, Enum
    {
        List<TChoice> choices = [];
        foreach (JsonElement item in Items(field, required: false, 20))
        {
            if (Known<TChoice>(item) is not { } choice)
            {
                Fault(field, OneOf<TChoice>());
                break;
            }

            choices.Add(choice);
        }

        return choices;
    }

    public JsonShape? Object(string field, bool required = false)
    {
        if (Find(field) is not { } found)
        {
            return Missing<JsonShape?>(field, required, "Enter an object");
        }

        if (found.ValueKind == JsonValueKind.Object)
        {
            return new JsonShape(found, At(field), errors);
        }

        Fault(field, "Enter an object");
        return null;
    }

    /// <summary>The objects of a list that must be there and not be empty.</summary>
    public IReadOnlyList<JsonShape> Objects(string field, int most)
    {
        List<JsonShape> shapes = [];
        foreach (JsonElement item in Items(field, required: true, most))
        {
            string at = $"{At(field)}[{shapes.Count}]";
            if (item.ValueKind != JsonValueKind.Object)
            {
                errors.Add(at, "Enter an object");
            }

            shapes.Add(new JsonShape(item, at, errors));
        }

        return shapes;
    }

    public IReadOnlyList<string> Fields() => element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject().Select(p => p.Name)] : [];

    private static TChoice? Known<TChoice>(JsonElement found)
        where TChoice : struct, Enum =>
        found.ValueKind == JsonValueKind.String && Words.Of<TChoice>().TryGetValue(found.GetString()!, out TChoice choice) ? choice : null;

    private static string OneOf<TChoice>()
        where TChoice : struct, Enum => $"Enter one of: {string.Join(", ", Words.Of<TChoice>().Keys)}.";

    private List<JsonElement> Items(string field, bool required, int most)
    {
        if (Find(field) is not { } found)
        {
            return Missing<List<JsonElement>?>(field, required, "Enter a list") ?? [];
        }

        int length = found.ValueKind == JsonValueKind.Array ? found.GetArrayLength() : -1;
        if (length < 0 || length > most || (required && length == 0))
        {
            Fault(field, $"Enter a list of {(required ? 1 : 0)} to {most}");
            return [];
        }

        return [.. found.EnumerateArray()];
    }

    private T? Missing<T>(string field, bool required, string message)
    {
        if (required)
        {
            Fault(field, message);
        }

        return default;
    }

    private JsonElement? Find(string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out JsonElement found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private string At(string field) => path.Length == 0 ? field : $"{path}.{field}";
}
