using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Web.Api;

/// <summary>Reads exact decimals from texts and JSON numbers, refusing whatever a decimal cannot hold exactly; never binary floating point.</summary>
public static partial class DecimalText
{
    /// <summary>The longest number taken, in digits, so that exact arithmetic stays inside <see cref="decimal"/>.</summary>
    public const int MostDigits = 15;

    private const string Wanted = "Enter a number such as 6100 or 6100.50.";

    /// <summary>The number of a JSON string or JSON number (which alone may have an exponent), or the message for the person who sent it.</summary>
    public static (decimal? Number, string? Fault) Read(JsonElement element, int mostDecimals) => element.ValueKind switch
    {
        JsonValueKind.String => Read(element.GetString(), mostDecimals),
        JsonValueKind.Number => ReadBare(element.GetRawText(), mostDecimals),
        _ => (null, "Enter a number, or a number in quotation marks."),
    };

    /// <summary>The number of a text: digits, at most one point, a minus sign.</summary>
    public static (decimal? Number, string? Fault) Read(string? text, int mostDecimals) => Take(Quoted().Match(text ?? ""), mostDecimals);

    /// <summary>The number of a JSON number as it was written.</summary>
    public static (decimal? Number, string? Fault) ReadBare(string text, int mostDecimals) => Take(Bare().Match(text), mostDecimals);

    /// <summary>As the API writes a decimal: no exponent, no needless zeros.</summary>
    public static string Write(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static (decimal? Number, string? Fault) Take(Match match, int mostDecimals)
    {
        if (!match.Success)
        {
            return (null, Wanted);
        }

        string whole = match.Groups["whole"].Value.TrimStart('0');
        string fraction = match.Groups["fraction"].Value;
        int exponent = Exponent(match.Groups["exponent"].Value);
        if (whole.Length + fraction.Length + Math.Abs(exponent) > MostDigits)
        {
            return (null, $"Enter a number of at most {MostDigits} digits.");
        }

        if (fraction.Length - exponent > mostDecimals)
        {
            return (null, $"Enter a number with at most {mostDecimals} decimals.");
        }

        // Dividing by a one with 28 zeros drops the trailing zeros that decimal would otherwise keep.
        return (decimal.Parse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m, null);
    }

    private static int Exponent(string digits) => digits.Length switch
    {
        0 => 0,
        > 4 => 2 * MostDigits,
        _ => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"\A-?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?\z")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A-?(?<whole>[0-9]+)(\.(?<fraction>[0-9]+))?([eE](?<exponent>[+-]?[0-9]+))?\z")]
    private static partial Regex Bare();
}
