using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads the dates of a notice: with an offset, without one (then London time is meant), or only a day; says when the offset is not London's at that moment (B1-18).</summary>
internal static partial class NoticeTime
{
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    public static NoticeInstant? Instant(this NoticeNode node)
    {
        if (Read(node) is not { } read)
        {
            return null;
        }

        DateTimeOffset at = new(read.Local, read.Offset ?? LondonTime.Zone.GetUtcOffset(read.Local));
        if (read.Offset is null)
        {
            node.Ledger.Remark($"{node.Path} has no offset; London time was taken: {LondonTime.ForPeople(at)}.");
        }
        else if (read.Offset != TimeSpan.Zero && LondonTime.Local(at).Offset != read.Offset)
        {
            node.Ledger.Remark($"{node.Path} is written {read.AsWritten}, an offset London does not have then. It means {LondonTime.ForPeople(at)}: check it.");
        }

        return new NoticeInstant(at, read.AsWritten);
    }

    /// <summary>The day meant: as written when an offset is given, London's when the time is in UTC.</summary>
    public static NoticeDay? Day(this NoticeNode node)
    {
        if (Read(node) is not { } read)
        {
            return null;
        }

        var written = DateOnly.FromDateTime(read.Local);
        if (read.Offset is not { } offset)
        {
            return new NoticeDay(written, read.AsWritten);
        }

        DateOnly london = LondonTime.DateOf(new DateTimeOffset(read.Local, offset));
        if (london == written || offset == TimeSpan.Zero)
        {
            return new NoticeDay(london, read.AsWritten);
        }

        node.Ledger.Remark($"{node.Path} is written {read.AsWritten}, which is {LondonTime.Day(london)} in London; {LondonTime.Day(written)} was taken as meant.");
        return new NoticeDay(written, read.AsWritten);
    }

    public static NoticePeriod? Period(this NoticeNode node)
    {
        NoticeDay? start = node["startDate"].Day();
        NoticeDay? end = node["endDate"].Day();
        NoticeDay? latest = node["maxExtentDate"].Day();
        if (start is null && end is null && latest is null)
        {
            return null;
        }

        if (end is null && start is not null && node["durationInDays"].Number() is { } days and > 0 and < 40000)
        {
            end = new NoticeDay(start.Day.AddDays((int)days - 1), days.ToString(CultureInfo.InvariantCulture) + " days");
        }

        if (end?.Day < start?.Day)
        {
            node.Ledger.Remark($"{node.Path} ends before it starts; both days were carried as written.");
        }

        return new NoticePeriod(start, end, latest);
    }

    private static Written? Read(NoticeNode node)
    {
        if (node.Text(60) is not { } text)
        {
            return null;
        }

        return Parse(text) ?? node.Left<Written?>("Not a date that can be understood.");
    }

    private static Written? Parse(string text)
    {
        Match match = IsoDate().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(string name) => match.Groups[name] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        if (Part("year") is < EarliestYear or > LatestYear
            || !DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || Part("hour") > 24 || Part("minute") > 59 || Part("second") > 60)
        {
            return null;
        }

        // 24:00 and a leap second are lawful ISO 8601; both roll on.
        DateTime local = day.ToDateTime(TimeOnly.MinValue).AddHours(Part("hour")).AddMinutes(Part("minute")).AddSeconds(Part("second"));
        return Offset(match.Groups["offset"]) is { } found ? new Written(local, found.Offset, text) : null;
    }

    private static (TimeSpan? Offset, bool Known)? Offset(Group written)
    {
        if (!written.Success)
        {
            return (null, false);
        }

        if (written.Value is "Z" or "z")
        {
            return (TimeSpan.Zero, true);
        }

        string digits = written.Value.Replace(":", "", StringComparison.Ordinal);
        int hours = int.Parse(digits.AsSpan(1, 2), CultureInfo.InvariantCulture);
        int minutes = int.Parse(digits.AsSpan(3, 2), CultureInfo.InvariantCulture);
        if (hours > 13 || minutes > 59)
        {
            return null;
        }

        var size = new TimeSpan(hours, minutes, 0);
        return (written.Value[0] == '-' ? -size : size, true);
    }

    [GeneratedRegex(@"^(?<day>(?<year>\d{4})-\d{2}-\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d{1,12})?)?\s?(?<offset>[Zz]|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDate();

    private readonly record struct Written(DateTime Local, TimeSpan? Offset, string AsWritten);
}
