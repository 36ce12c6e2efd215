using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Web.Api;

/// <summary>Reads dates (YYYY-MM-DD) and instants (ISO 8601 with offset) in their one canonical form; what the calendar does not have is refused.</summary>
public static partial class DateText
{
    public static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    /// <summary>The instant in UTC; null without an offset, with a time of day that does not exist, or in any other form.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        text is not null
        && Shape().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)
            ? instant.ToUniversalTime()
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.ECMAScript)]
    private static partial Regex Shape();
}
