using System.Globalization;
using System.Text;
using Portal.Domain.Awards;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>A tender's dates as iCalendar (RFC 5545): UTC instants, whole days as dates, lines folded at 75 octets and ended with CRLF.</summary>
public static class CalendarText
{
    private const int MostOctets = 75;

    /// <param name="standstills">One of every award: lots that are awarded apart have one of their own.</param>
    public static string Of(Tender tender, string address, IReadOnlyList<AwardStandstill> standstills)
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
        foreach (AwardStandstill standstill in standstills)
        {
            Standstill(text, tender, address, standstill);
        }

        Event(text, tender, address, "starts", "Contract starts", Day(tender.Dates.StartsOn));
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    // Its days as one event, and the midnight in London at which it is over as another. A standstill that was moved replaces what a calendar took before, and one that was withdrawn takes it back.
    private static void Standstill(StringBuilder text, Tender tender, string address, AwardStandstill standstill)
    {
        string key = standstill.Part == 0 ? "standstill" : string.Create(CultureInfo.InvariantCulture, $"standstill-{standstill.Part}");
        (DateTimeOffset, int, bool) moved = (standstill.Since, standstill.Revision, standstill.Withdrawn);
        Event(text, tender, address, key, standstill.InWords, Day(standstill.FirstDay), "DTEND;VALUE=DATE:" + Date(standstill.LastDay.AddDays(1)), moved);
        Event(text, tender, address, key + "-over", $"{standstill.InWords} is over", Utc(standstill.EndsAt), null, moved);
    }

    private static void Event(StringBuilder text, Tender tender, string address, string key, string what, string? start, string? end = null, (DateTimeOffset Since, int Revision, bool Withdrawn) moved = default)
    {
        if (start is null)
        {
            return;
        }

        DateTimeOffset changed = new[] { ChangedAt(tender), moved.Since }.Max();
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{tender.Id.Value}-{key}@care-tenders");
        Line(text, "DTSTAMP:" + changed.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{ChangesOf(tender) + moved.Revision}"));
        Line(text, start);
        if (end is not null)
        {
            Line(text, end);
        }

        Line(text, "SUMMARY:" + Escaped($"{what}: {tender.Title} ({tender.Ref})"));
        Line(text, "URL:" + address);
        Line(text, "STATUS:" + (tender.Cancelled is null && !moved.Withdrawn ? "CONFIRMED" : "CANCELLED"));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    // Every way in which published dates move or fall away: an amendment or extension, final tenders that are asked for, a lot that ends, the whole procurement. It only grows.
    private static int ChangesOf(Tender tender) => tender.Amendments.Count + (tender.Round - 1) + tender.LotsEnded.Count() + (tender.Cancelled is null ? 0 : 1);

    private static DateTimeOffset ChangedAt(Tender tender) =>
        new[] { tender.PublishedAt, tender.Amendments.LastOrDefault()?.At, tender.LotsEnded.LastOrDefault()?.Ended?.At, tender.Cancelled?.At }.Max() ?? tender.DraftedAt;

    private static string? Utc(DateTimeOffset? instant) =>
        instant is { } at ? "DTSTART:" + at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : null;

    private static string? Day(DateOnly? day) => day is { } on ? "DTSTART;VALUE=DATE:" + Date(on) : null;

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

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
