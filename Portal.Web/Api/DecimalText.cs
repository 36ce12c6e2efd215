using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Web.Api;

/// <summary>Reads exact decimals as the API writes them: digits, at most one point, a minus sign; no exponent, no thousands mark, no spaces, never binary floating point.</summary>
public static partial class DecimalText
{
    /// <summary>The longest number taken, in digits, so that exact arithmetic stays inside <see cref="decimal"/>.</summary>
    public const int MostDigits = 15;

    /// <summary>The value, or null with the message to show.</summary>
    public static decimal? Read(string? text, int mostDecimals, out string? error)
    {
        if (text is null || !Shape().IsMatch(text))
        {
            error = "Enter a decimal number such as \"6100.00\".";
            return null;
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : text.Length - point - 1;
        int digits = text.TrimStart('-').TrimStart('0').Count(char.IsAsciiDigit);
        error = decimals > mostDecimals ? $"Enter at most {mostDecimals} decimals." : digits > MostDigits ? $"Enter at most {MostDigits} digits." : null;
        return error is null ? decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>As the API writes a decimal: no exponent, no needless zeros.</summary>
    public static string Write(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex Shape();
}
