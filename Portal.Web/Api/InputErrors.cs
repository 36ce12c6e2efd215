using System.Globalization;

namespace Portal.Web.Api;

/// <summary>Reads the parameters of a request one by one, keeps every mistake, and refuses them all at once.</summary>
public sealed class InputErrors
{
    private const string Required = "This is required.";

    private readonly Dictionary<string, List<string>> errors = new(StringComparer.Ordinal);

    public bool Any => errors.Count > 0;

    public void Add(string field, string message)
    {
        if (!errors.TryGetValue(field, out List<string>? messages))
        {
            errors[field] = messages = [];
        }

        messages.Add(message);
    }

    /// <summary>Raises <see cref="InputRefused"/> (422) when there is at least one mistake.</summary>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new InputRefused(errors.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()));
        }
    }

    /// <summary>Notes a text that is missing, or longer than this.</summary>
    public void NeedWords(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(field, Required);
        }
        else if (text.Length > longest)
        {
            Add(field, $"Enter at most {longest} characters.");
        }
    }

    public DateOnly Date(string field, string? text) =>
        Take(field, text, DateText.Date, "Enter a date of the calendar as YYYY-MM-DD.");

    public DateTimeOffset Instant(string field, string? text) =>
        Take(field, text, DateText.Instant, "Enter a date and time with its offset, such as 2026-11-23T12:00:00Z.");

    public int WholeNumber(string field, string? text, int least, int most) =>
        Take<int>(field, text, given => Whole(given) is { } number && number >= least && number <= most ? number : null, $"Enter a whole number from {least} to {most}.");

    public decimal Decimal(string field, string? text, int mostDecimals)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Refuse<decimal>(field, Required);
        }

        (decimal? number, string? fault) = DecimalText.Read(text, mostDecimals);
        return number ?? Refuse<decimal>(field, fault!);
    }

    /// <summary>One of the words a parameter knows, written exactly so.</summary>
    public T Word<T>(string field, string? text, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        Take<T>(field, text, given => words.TryGetValue(given, out T known) ? known : null, $"Enter one of: {string.Join(", ", words.Keys)}.");

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private T Take<T>(string field, string? text, Func<string, T?> read, string wrong)
        where T : struct
    {
        if (string.IsNullOrEmpty(text))
        {
            return Refuse<T>(field, Required);
        }

        return read(text) ?? Refuse<T>(field, wrong);
    }

    private T Refuse<T>(string field, string message)
        where T : struct
    {
        Add(field, message);
        return default;
    }
}
