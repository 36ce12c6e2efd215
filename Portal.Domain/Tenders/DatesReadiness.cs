using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>A tender's planned dates against the law's timetable and against each other.</summary>
internal static class DatesReadiness
{
    public static TimetableFindings Of(TenderDates dates, RuleSet rules, AuthorityKind authority, DateTimeOffset now)
    {
        List<Reason> blocks = [.. Missing(dates), .. OutOfOrder(dates), .. NoStandstill(dates, rules)];
        if (dates.ClosesAt is not { } closes)
        {
            return new TimetableFindings(blocks, []);
        }

        TimetableFindings lawful = Timetable.Check(new ProposedTimetable(
            rules, authority, LondonTime.DateOf(now), dates.QuestionsCloseAt, closes, ShortPeriodReason: dates.ShortPeriodReason));
        return new TimetableFindings([.. blocks, .. lawful.Blocks], [.. lawful.Warnings, .. Standstill(dates)]);
    }

    private static IEnumerable<Reason> Missing(TenderDates dates)
    {
        if (dates.QuestionsCloseAt is null)
        {
            yield return new Reason("QUESTIONS_DATE", "Say until when questions may be asked.", "A4-06", "questionsCloseAt");
        }

        if (dates.ClosesAt is null)
        {
            yield return new Reason("CLOSING_DATE", "Say when tenders close.", "A4-06", "closesAt");
        }

        if (dates.OpensAt is null)
        {
            yield return new Reason("OPENING_DATE", "Say when bids are opened.", "D1-02", "opensAt");
        }
    }

    private static IEnumerable<Reason> NoStandstill(TenderDates dates, RuleSet rules)
    {
        if (!dates.Standstill && StandstillRule.WhatBlocksNone(rules, AwardRoute.Competition, dates.NoStandstillReason) is { } missing)
        {
            yield return missing;
        }
    }

    private static IEnumerable<Reason> OutOfOrder(TenderDates dates)
    {
        if (dates.OpensAt < dates.ClosesAt)
        {
            yield return new Reason("OPENS_BEFORE_CLOSING", "Bids cannot be opened before tenders close.", "D1-02", "opensAt");
        }

        if (dates.FinalTendersCloseAt <= dates.ClosesAt)
        {
            yield return new Reason("FINAL_TENDERS_EARLY", "Final tenders close after the first deadline, or there is no later round: leave it empty.", "A4-07", "finalTendersCloseAt");
        }

        if (dates.OpensAt is { } opens && dates.DecisionOn < LondonTime.DateOf(opens))
        {
            yield return new Reason("DECISION_EARLY", "The decision cannot come before the opening.", "A10-01", "decisionOn");
        }

        if (dates.SignOn < dates.DecisionOn)
        {
            yield return new Reason("SIGNED_EARLY", "Signing cannot come before the decision.", "A10-01", "signOn");
        }

        if (dates.StartsOn < dates.SignOn)
        {
            yield return new Reason("STARTS_EARLY", "The contract cannot start before it is signed.", "A10-01", "startsOn");
        }
    }

    private static IEnumerable<Reason> Standstill(TenderDates dates)
    {
        if (dates is { Standstill: true, DecisionOn: { } decided, SignOn: { } sign } && UkWorkingDays.Held.Holds(decided.AddDays(30)))
        {
            DateOnly last = StandstillPeriod.Beginning(decided, UkWorkingDays.Held).LastDay;
            if (sign <= last)
            {
                yield return new Reason("SIGN_IN_STANDSTILL", $"Even with the award notice on the day of the decision, the standstill lasts until the end of {LondonTime.Day(last)}. Plan to sign later.", "A10-07", "signOn");
            }
        }
    }
}
