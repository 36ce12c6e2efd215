using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>From when until when the awarded contract runs, where the days of the tender notice can no longer be met; null keeps what was published.</summary>
public sealed record ContractDates(DateOnly? StartsOn, DateOnly? EndsOn)
{
    public static ContractDates AsPublished { get; } = new(null, null);
}

/// <content>A contract cannot begin before it could exist (A10-06, s.105).</content>
public sealed partial class Award
{
    /// <summary>The days that the award notice gives instead of those of the tender; null where they still hold.</summary>
    public ContractDates? ContractDates { get; private set; }

    /// <summary>Settles the days before the award notice is published: no awarded lot begins before the earliest day of signature.</summary>
    /// <param name="standing">The framework that the winners join, where it was there before this tender.</param>
    public void SetContractDates(Tender tender, ContractDates dates, StandingFramework? standing, DateTimeOffset now)
    {
        DateOnly earliest = tender.Dates.Standstill ? StandstillPeriod.Beginning(now).LastDay.AddDays(1) : LondonTime.DateOf(now);
        DateOnly? starts = dates.StartsOn ?? Awarded(tender).Min(lot => lot.StartsOn ?? tender.Dates.StartsOn);
        DateOnly? ends = dates.EndsOn ?? Awarded(tender).Max(lot => lot.EndsOn ?? tender.Dates.EndsOn);
        MustFit((starts, ends), earliest);
        if (dates != ContractDates.AsPublished)
        {
            MustNotOutlast(tender, (starts, ends), standing, now);
        }


        ContractDates = dates == ContractDates.AsPublished ? null : dates;
        if (ContractDates is not null)
        {
            Happened("award.contractDatesSet", Subject, new { starts, ends });
        }
    }

    private static void MustFit((DateOnly? Starts, DateOnly? Ends) days, DateOnly earliest)
    {
        (DateOnly? starts, DateOnly? ends) = days;
        if (starts < earliest)
        {
            throw new RuleBroken("START_TOO_EARLY", $"The contract would start on {LondonTime.Day(starts.Value)}, but it can be signed on {LondonTime.Day(earliest)} at the earliest. Give new days for the notice.", "A10-06", "StartsOn");
        }

        if (ends <= starts)
        {
            throw new RuleBroken("ENDS_BEFORE_START", "The contract ends after it starts.", "A10-06", "EndsOn");
        }
    }

    private static void MustNotOutlast(Tender tender, (DateOnly? Starts, DateOnly? Ends) days, StandingFramework? standing, DateTimeOffset now)
    {
        if (days is ({ } first, { } last) && FrameworkReadiness.OfNewDays(tender, (first, last), standing, now) is { } longer)
        {
            throw new RuleBroken([longer]);
        }
    }

    private IEnumerable<Lot> Awarded(Tender tender) => tender.Lots.Where(lot => Winners.Any(w => w.LotNumber == lot.Number));
}
