using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>Questions still unanswered when answers should be out: how many, and the extension for all that the portal proposes. It never moves a deadline by itself; a person amends the tender (A7-03, D1-12).</summary>
public sealed record LateAnswers(int Unanswered, DateTimeOffset ClosesAt, DateTimeOffset? Proposed)
{
    /// <summary>Working with an answer takes time: unanswered questions alarm from so many days before tenders close, or once questions have closed.</summary>
    public const int AlarmDays = 7;

    /// <summary>Null while there is nothing to be alarmed about.</summary>
    public static LateAnswers? Of(Tender tender, int unanswered, DateTimeOffset now)
    {
        if (unanswered == 0 || !tender.TakesBids(now) || tender.ClosesAt is not { } closes || tender.QuestionsCloseAt is not { } questions)
        {
            return null;
        }

        return now > questions || now > closes.AddDays(-AlarmDays) ? new LateAnswers(unanswered, closes, Later(closes, questions, now)) : null;
    }

    // Bidders keep the days between the last question and the deadline that they were promised, counted from now, at the same time of day.
    private static DateTimeOffset? Later(DateTimeOffset closes, DateTimeOffset questions, DateTimeOffset now)
    {
        int promised = Math.Max(1, LondonTime.DateOf(closes).DayNumber - LondonTime.DateOf(questions).DayNumber);
        DateOnly day = LondonTime.DateOf(now).AddDays(promised);
        while (UkWorkingDays.Held.Holds(day) && !UkWorkingDays.Held.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        DateTimeOffset proposed = LondonTime.At(day, LondonTime.TimeOf(closes));
        return proposed > closes ? proposed : null;
    }
}
