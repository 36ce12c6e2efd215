using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders.Amending;

/// <summary>When a running tender may be changed, and how (s.31; A7-01 to A7-05).</summary>
internal static class AmendmentRules
{
    // Of a change that decides who wins, "no, it is small" is no consideration; the figure is the portal's own.
    private const int FewestWordsForNoTime = 8;

    private static readonly TenderStage[] BeforeTheDecision =
        [TenderStage.Requesting, TenderStage.Shortlisting, TenderStage.Open, TenderStage.Closed, TenderStage.Opened, TenderStage.Negotiating, TenderStage.Qualifying, TenderStage.Scoring, TenderStage.Moderating, TenderStage.Pricing];

    /// <summary>Why nothing at all can be changed any more; empty when something can.</summary>
    public static IEnumerable<Reason> OfTime(Tender tender, DateTimeOffset now)
    {
        if (tender.FirstDeadlineAhead(now))
        {
            yield break;
        }

        if (!tender.IsPublished || !BeforeTheDecision.Contains(tender.Stage))
        {
            yield return new Reason("DEADLINE_PASSED", $"Tender {tender.Ref} is not running, so it cannot be amended any more.", "A7-01");
        }
        else if (tender.Procedure == Procedure.Open)
        {
            yield return new Reason("DEADLINE_PASSED", $"The deadline of tender {tender.Ref} has passed. In an open procedure nothing changes after it, light touch included: end the procurement and start again if it must change.", "A7-02");
        }
        else if (!IsBeforeFinalTenders(tender, now))
        {
            yield return new Reason("DEADLINE_PASSED", $"In a competitive flexible procedure changes end with the deadline for final tenders, and tender {tender.Ref} has none ahead.", "A7-02");
        }
    }

    // Until the final tenders are asked for, their deadline is only planned; from then on it is the one of the box.
    private static bool IsBeforeFinalTenders(Tender tender, DateTimeOffset now) => tender.Plan is null
        ? now <= tender.Dates.FinalTendersCloseAt
        : !tender.IsFinalRound || tender.TakesBids(now);

    public static IEnumerable<Reason> OfWords(Amendment amendment)
    {
        if (string.IsNullOrWhiteSpace(amendment.What) || string.IsNullOrWhiteSpace(amendment.Why))
        {
            yield return new Reason("AMENDMENT_WORDS", "Say what changes and why: everybody who has shown interest will read it.", "A7-04", "What");
        }

        if (Substance.IsThin(amendment.ExtensionConsidered, fewest: 3))
        {
            yield return new Reason("EXTENSION_CONSIDERED", "Say in at least three words whether more time is needed because of the change, and why or why not.", "A7-03", "ExtensionConsidered");
        }
    }

    public static IEnumerable<Reason> OfDates(Tender tender, Amendment amendment, DateTimeOffset now)
    {
        if (amendment.ClosesAt < tender.ClosesAt || amendment.QuestionsCloseAt < tender.QuestionsCloseAt || amendment.FinalTendersCloseAt < tender.Dates.FinalTendersCloseAt || amendment.RequestsCloseAt < tender.RequestsCloseAt)
        {
            yield return new Reason("DEADLINE_EARLIER", "A deadline may be moved later for everybody, never earlier.", "A5-01", "ClosesAt");
        }

        if ((amendment.QuestionsCloseAt ?? tender.QuestionsCloseAt) >= (amendment.ClosesAt ?? tender.ClosesAt))
        {
            yield return new Reason("QUESTIONS_AFTER_DEADLINE", "Questions must close before the deadline for tenders.", "D1-12", "QuestionsCloseAt");
        }

        if (MovesWhatHasPassed(tender, amendment, now))
        {
            yield return new Reason("DEADLINE_GONE", "A deadline that has passed is not moved by an amendment. Only the deadline for final tenders can still move.", "A7-05", "ClosesAt");
        }
    }

    private static bool MovesWhatHasPassed(Tender tender, Amendment amendment, DateTimeOffset now)
    {
        bool tendersAhead = tender.TakesBids(now) || tender.Stage is TenderStage.Requesting or TenderStage.Shortlisting;
        return (!tendersAhead && (amendment.ClosesAt ?? amendment.QuestionsCloseAt) is not null) || (amendment.RequestsCloseAt is not null && !tender.TakesRequests(now));
    }

    /// <summary>After the first deadline: only what is not substantial, unless the contract is light touch (s.31(2)); criteria are refined only before final tenders and only if the notice said so (A4-15).</summary>
    public static IEnumerable<Reason> OfSubstance(Tender tender, Amendment amendment, DateTimeOffset now)
    {
        if (tender.FirstDeadlineAhead(now))
        {
            yield break;
        }

        if (amendment.Substantial && tender.Regime != Regime.LightTouch)
        {
            yield return new Reason("SUBSTANTIAL", "The change would have let other suppliers take part. After the deadline only a light touch contract may be changed like that.", "A7-02", "Substantial");
        }

        if (tender.Proposed is { Limit: not null })
        {
            yield return new Reason("LIMIT_FIXED", "The limit on lots decides who is awarded what, so it is not amended after the first deadline. Take it out of the change.", "A4-13");
        }

        if (tender.Proposed is { Criteria.Count: > 0 })
        {
            Reason[] late = [.. Refining.OfTime(tender)];
            foreach (Reason reason in late.Length > 0 ? late : Refining.OfSuppliers(amendment))
            {
                yield return reason;
            }
        }
    }

    /// <summary>More time is considered in proportion to the change, and what is said of it agrees with what is done (A7-03).</summary>
    public static IEnumerable<Reason> OfMoreTime(Tender tender, Amendment amendment)
    {
        bool later = MovesADeadline(tender, amendment);
        if (amendment.MoreTime == true && !later)
        {
            yield return new Reason("EXTENSION_UNSAID", "You say that more time is needed. Give the new deadline, the same for everybody.", "A7-03", "MoreTime");
        }

        if (amendment.MoreTime == false && later)
        {
            yield return new Reason("EXTENSION_CONTRADICTS", "You say that no more time is needed, and a deadline moves. Say yes, or leave the deadline.", "A7-03", "MoreTime");
        }

        bool weighty = amendment.Substantial || TenderDifferences.Of(tender, amendment).Any(d => d.DecidesOutcome);
        if (!later && weighty && Substance.IsThin(amendment.ExtensionConsidered, FewestWordsForNoTime))
        {
            yield return new Reason("EXTENSION_REASON", $"Conditions, criteria or the limit on lots change and nobody gets more time. Say in at least {FewestWordsForNoTime} words why the time left is enough, also for a bidder that must change its bid, or move the deadline.", "A7-03", "ExtensionConsidered");
        }
    }

    private static bool MovesADeadline(Tender tender, Amendment amendment) =>
        amendment.ClosesAt > tender.ClosesAt || amendment.RequestsCloseAt > tender.RequestsCloseAt || amendment.FinalTendersCloseAt > tender.Dates.FinalTendersCloseAt;

    /// <summary>Changed criteria must be publishable: same codes as the questions were asked under, scales described, weights of exactly 100.</summary>
    public static IEnumerable<Reason> OfCriteria(Lot lot, IReadOnlyList<Criterion> changed)
    {
        if (!changed.Select(c => (c.Code, c.Kind)).Order().SequenceEqual(lot.Criteria.Select(c => (c.Code, c.Kind)).Order()))
        {
            return [new Reason("CRITERIA_CODES", $"Lot {lot.Number}: an amendment changes what a criterion says and weighs. It neither adds nor drops one, for bids answer questions under them: end the procurement and start again.", "C2-02", "Rows")];
        }

        return LotReadiness.OfCriteria(lot.With(changed));
    }
}
