using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders.Flexible;

/// <summary>What the described stages of a competitive flexible procedure still lack (A4-07, A5-02, A12-04).</summary>
internal static class StagesReadiness
{
    /// <summary>The code of the required document in which a supplier opens its costs.</summary>
    public const string OpenBookCode = "open-book";

    public static IEnumerable<Reason> Of(Tender tender, RuleSet rules, DateTimeOffset now)
    {
        if (tender.Procedure == Procedure.Open)
        {
            return tender.Plan is null ? [] : [new Reason("ONE_STAGE", "An open procedure has one stage. Take the stages out, or make it a competitive flexible procedure.", "A4-01", "Stages")];
        }

        if (tender.Regime == Regime.BelowThreshold)
        {
            return [new Reason("SUITABILITY_STAGE", "Below the threshold nobody may be kept from tendering by a separate stage about suitability. Make it an open competition.", "A12-04", "Stages")];
        }

        return tender.Plan is not { } plan
            ? [new Reason("STAGES", "Describe the stages of the procedure: requests, shortlist, tenders, negotiation.", "A4-07", "Stages")]
            : [.. OfWords(plan), .. OfShortlist(plan), .. OfDates(tender, rules, now), .. OfOpenBook(tender, plan)];
    }

    /// <summary>The time that invited suppliers get: pre-selection allows ten days, except to a central authority (A5-03, s.54(4)).</summary>
    public static IReadOnlyList<Reason> OfTendering(Tender tender, RuleSet rules, DateTimeOffset now, DateTimeOffset closesAt)
    {
        bool central = tender.Authority == AuthorityKind.Central;
        return Timetable.Check(new ProposedTimetable(
            rules,
            tender.Authority,
            LondonTime.DateOf(now),
            null,
            closesAt,
            central ? TenderPeriodBasis.ElectronicAllDocuments : TenderPeriodBasis.Reduced,
            ReducedPeriodGround.PreselectedSuppliers,
            tender.Dates.ShortPeriodReason)).Blocks;
    }

    private static IEnumerable<Reason> OfWords(FlexiblePlan plan)
    {
        if (plan.Description.Length < 40 || plan.Negotiable.Length == 0)
        {
            yield return new Reason("STAGES_WORDS", "Say how the stages follow one another, and what may be negotiated.", "A4-07", "Description");
        }

        if (plan.MostInvited < 2 || plan.MostRounds is < 1 or > 10 || plan.MinutesEach is < 15 or > 480)
        {
            yield return new Reason("STAGES_NUMBERS", "At least two suppliers are invited, one to ten rounds held, and 15 to 480 minutes given to each supplier in each.", "A4-07", "MostInvited");
        }
    }

    private static IEnumerable<Reason> OfShortlist(FlexiblePlan plan)
    {
        if (plan.Shortlist.Count == 0 || plan.Shortlist.Sum(c => c.Weight) != 100 || plan.Shortlist.Any(c => c.Weight <= 0 || c.MostPoints is < 1 or > 100 || c.Title.Length == 0))
        {
            yield return new Reason("SHORTLIST_WEIGHTS", "The criteria of the shortlist need a title, points from 1 to 100, and weights that add up to exactly 100.", "A4-07", "Shortlist");
        }
    }

    private static IEnumerable<Reason> OfDates(Tender tender, RuleSet rules, DateTimeOffset now)
    {
        if (tender.RequestsCloseAt is not { } closes || tender.Dates.FinalTendersCloseAt is null)
        {
            yield return new Reason("STAGES_DATES", "Say when requests to take part close and when final tenders are expected.", "A4-07", "RequestsCloseAt");
            yield break;
        }

        if (closes >= tender.ClosesAt || closes <= now)
        {
            yield return new Reason("REQUESTS_DATE", "Requests close in the future and before the initial tenders do.", "A4-07", "RequestsCloseAt");
        }

        int days = TenderPeriod.DaysGiven(LondonTime.DateOf(now), LondonTime.DateOf(closes));
        if (rules.ParticipationDays is { } least && days < least)
        {
            yield return new Reason("PARTICIPATION_SHORT", $"Suppliers must have {least} days to ask to take part; they would have {days}.", "A5-02", "RequestsCloseAt");
        }
        else if (days < rules.ReasonBelowDays && string.IsNullOrWhiteSpace(tender.Dates.ShortPeriodReason))
        {
            yield return new Reason("SHORT_PERIOD_REASON", $"Suppliers would have {days} days to ask to take part. Below {rules.ReasonBelowDays} days, write down why this is reasonable.", "A5-04", "RequestsCloseAt");
        }
    }

    private static IEnumerable<Reason> OfOpenBook(Tender tender, FlexiblePlan plan) => !plan.OpenBook ? [] :
        tender.Lots.Where(lot => !lot.RequiredDocuments.Any(d => d.Code == OpenBookCode && d.Required))
            .Select(lot => new Reason("OPEN_BOOK", $"Lot {lot.Number}: prices are to be open-book, so require a document with the code {OpenBookCode} in which the supplier opens its costs.", "A4-11", "OpenBook"));
}
