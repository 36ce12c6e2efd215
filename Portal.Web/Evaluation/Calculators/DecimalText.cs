using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>Reads an exact decimal from a JSON string or number, refusing whatever a decimal cannot hold exactly.</summary>
internal static partial class DecimalText
{
    private const int MostDigits = 15;

    /// <summary>The number, or the message for the person who sent it.</summary>
    public static (decimal? Number, string? Fault) Read(JsonElement element, int mostDecimals)
    {
        if (element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return (null, "Enter a number, or a number in quotation marks");
        }

        bool quoted = element.ValueKind == JsonValueKind.String;
        Match match = (quoted ? Quoted() : Bare()).Match(quoted ? element.GetString()! : element.GetRawText());
        return match.Success ? Parse(match, mostDecimals) : (null, "Enter a number such as 6100 or 6100.50");
    }

    private static (decimal? Number, string? Fault) Parse(Match match, int mostDecimals)
    {
        string whole = match.Groups["whole"].Value.TrimStart('0');
        string fraction = match.Groups["fraction"].Value;
        int exponent = Exponent(match.Groups["exponent"].Value);
        if (whole.Length + fraction.Length + Math.Abs(exponent) > MostDigits)
        {
            return (null, $"Enter a number of at most {MostDigits} digits");
        }

        if (fraction.Length - exponent > mostDecimals)
        {
            return (null, $"Enter a number with at most {mostDecimals} decimals");
        }

        decimal number = decimal.Parse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return (number / 1.0000000000000000000000000000m, null);
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
