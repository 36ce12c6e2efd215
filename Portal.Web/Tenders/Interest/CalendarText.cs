using System.Globalization;
using System.Text;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>A tender's dates as iCalendar (RFC 5545): UTC instants, whole days as dates, lines folded at 75 octets and ended with CRLF.</summary>
public static class CalendarText
{
    private const int MostOctets = 75;

    public static string Of(Tender tender, string address)
    {
        StringBuilder text = new();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Care Tenders//Tender dates//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escaped($"{tender.Ref} {tender.Title}"));
        Event(text, tender, address, "questions", "Questions close", Utc(tender.QuestionsCloseAt));
        Event(text, tender, address, "requests", "Requests to take part close", Utc(tender.RequestsCloseAt));
        Event(text, tender, address, "closes", "Tenders close", Utc(tender.ClosesAt));
        Event(text, tender, address, "opens", "Bids are opened", Utc(tender.OpensAt));
        Event(text, tender, address, "decision", "Decision expected", Day(tender.Dates.DecisionOn));
        Event(text, tender, address, "standstill", "Standstill ends", Day(tender.StandstillEndsOn));
        Event(text, tender, address, "starts", "Contract starts", Day(tender.Dates.StartsOn));
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Tender tender, string address, string key, string what, string? start)
    {
        if (start is null)
        {
            return;
        }

        DateTimeOffset changed = tender.Amendments.Count > 0 ? tender.Amendments[^1].At : tender.PublishedAt ?? tender.DraftedAt;
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{tender.Id.Value}-{key}@care-tenders");
        Line(text, "DTSTAMP:" + changed.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{tender.Amendments.Count + (tender.Cancelled is null ? 0 : 1)}"));
        Line(text, start);
        Line(text, "SUMMARY:" + Escaped($"{what}: {tender.Title} ({tender.Ref})"));
        Line(text, "URL:" + address);
        Line(text, "STATUS:" + (tender.Cancelled is null ? "CONFIRMED" : "CANCELLED"));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string? Utc(DateTimeOffset? instant) =>
        instant is { } at ? "DTSTART:" + at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : null;

    private static string? Day(DateOnly? day) => day is { } on ? "DTSTART;VALUE=DATE:" + on.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : null;

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    // Folding counts octets, not characters, and never splits one character's octets; a continuation begins with a blank that counts.
    private static void Line(StringBuilder text, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
