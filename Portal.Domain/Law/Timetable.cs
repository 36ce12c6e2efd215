using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The dates a commissioner proposes for a tender, with what the law needs to judge them.</summary>
/// <param name="NoticeDay">The day, in London, on which the tender notice is published.</param>
/// <param name="ShortPeriodReason">Why a very short light touch period is reasonable (A5-01, A5-04).</param>
public sealed record ProposedTimetable(
    RuleSet Rules,
    AuthorityKind Authority,
    DateOnly NoticeDay,
    DateTimeOffset? QuestionsCloseAt,
    DateTimeOffset ClosesAt,
    TenderPeriodBasis Basis = TenderPeriodBasis.ElectronicAllDocuments,
    ReducedPeriodGround? ReducedGround = null,
    string? ShortPeriodReason = null);

/// <summary>What the law and the portal's own rules say about proposed dates: what blocks, and what only deserves a second look.</summary>
public sealed record TimetableFindings(IReadOnlyList<Reason> Blocks, IReadOnlyList<Reason> Warnings);

/// <summary>Checks a tender's dates against its rule set (A5-01 to A5-05, s.54; D1-12).</summary>
public static class Timetable
{
    /// <summary>Everything found, nothing thrown.</summary>
    public static TimetableFindings Check(ProposedTimetable proposed)
    {
        List<Reason> blocks = [.. PeriodBlocks(proposed), .. QuestionBlocks(proposed)];
        List<Reason> warnings = [.. PeriodWarnings(proposed), .. ClosingDayWarnings(proposed, UkWorkingDays.Held)];
        return new TimetableFindings(blocks, warnings);
    }

    private static int DaysGiven(ProposedTimetable proposed) => TenderPeriod.DaysGiven(proposed.NoticeDay, LondonTime.DateOf(proposed.ClosesAt));

    private static IEnumerable<Reason> PeriodBlocks(ProposedTimetable proposed)
    {
        int days = DaysGiven(proposed);
        if (days < 1)
        {
            yield return new Reason("DEADLINE_TOO_SOON", "The deadline must be at least one day after the notice is published.", "A5-01", "closesAt");
            yield break;
        }

        if (TenderPeriod.From(proposed.NoticeDay, proposed.Basis, proposed.Rules) is { } minimum)
        {
            if (proposed.Basis == TenderPeriodBasis.Reduced && TenderPeriod.ReducedRefused(proposed.ReducedGround, proposed.Authority) is { } refused)
            {
                yield return refused;
            }

            if (days < minimum.MinimumDays)
            {
                yield return new Reason(
                    "TENDER_PERIOD_SHORT",
                    $"Tenderers must have {minimum.MinimumDays} days. The earliest deadline day is {LondonTime.Day(minimum.EarliestDeadline)}.",
                    "A5-03",
                    "closesAt");
            }
        }

        if (days < proposed.Rules.ReasonBelowDays && string.IsNullOrWhiteSpace(proposed.ShortPeriodReason))
        {
            yield return new Reason(
                "SHORT_PERIOD_REASON",
                $"Tenderers would have {days} days. Below {proposed.Rules.ReasonBelowDays} days, write down why this is reasonable, or choose a later deadline.",
                "A5-04",
                "shortPeriodReason");
        }
    }

    private static IEnumerable<Reason> QuestionBlocks(ProposedTimetable proposed)
    {
        if (proposed.QuestionsCloseAt is not { } questions)
        {
            yield break;
        }

        if (questions >= proposed.ClosesAt)
        {
            yield return new Reason("QUESTIONS_AFTER_DEADLINE", "Questions must close before the deadline for tenders, so that every answer reaches everybody in time.", "D1-12", "questionsCloseAt");
        }
        else if (LondonTime.DateOf(questions) < proposed.NoticeDay)
        {
            yield return new Reason("QUESTIONS_BEFORE_NOTICE", "Questions cannot close before the notice is published.", "D1-12", "questionsCloseAt");
        }
    }

    private static IEnumerable<Reason> PeriodWarnings(ProposedTimetable proposed)
    {
        int days = DaysGiven(proposed);
        if (days >= 1 && days < proposed.Rules.WarnBelowDays)
        {
            yield return new Reason(
                "SHORT_PERIOD",
                $"Tenderers would have {days} days. The law sets no minimum here, but time must be reasonable and the same for all; {proposed.Rules.WarnBelowDays} days is usual.",
                "A5-04",
                "closesAt");
        }
    }

    private static IEnumerable<Reason> ClosingDayWarnings(ProposedTimetable proposed, UkWorkingDays calendar)
    {
        DateOnly closingDay = LondonTime.DateOf(proposed.ClosesAt);
        if (!calendar.Holds(closingDay))
        {
            yield return new Reason("CLOSING_DAY_UNKNOWN", $"Bank holidays after {LondonTime.Day(calendar.Last)} are not held: check that the deadline is a working day.", "A5-06", "closesAt");
        }
        else if (!calendar.IsWorkingDay(closingDay))
        {
            yield return new Reason("CLOSING_DAY_NOT_WORKING", $"{LondonTime.Day(closingDay)} is not a working day everywhere in the United Kingdom. Help may not be at hand when tenders close.", "A5-01", "closesAt");
        }
    }
}
