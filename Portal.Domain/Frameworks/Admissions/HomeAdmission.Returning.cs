using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>A home that failed its checks or left may be put forward again, at its last price or a lower one, so that leaving is no way round the agreed price.</content>
public sealed partial class HomeAdmission
{
    internal void PutForwardAgain(FrameworkLot lot, PriceTerms terms, DateOnly from, DateOnly today)
    {
        if (from < today)
        {
            throw new RuleBroken("PRICE_BACKDATED", "The price of a home that comes back holds from today at the earliest.", "care-sector §1.3", "From");
        }

        List<PriceSchedule> agreed = [.. schedules.Where(s => s.Status == PriceScheduleStatus.Agreed)];
        if (agreed.MaxBy(s => s.Number) is { } last && terms.IsDearerThan(last.Terms))
        {
            throw new RuleBroken("DEARER_RETURN", $"A home comes back at its last agreed price ({last.Terms.Core}) or a lower one. Ask for another price once it is on the lot again.", "care-sector §1.3", "Core");
        }

        Move(HomeAdmissionStatus.Pending, "home.putForwardAgain", new { FrameworkRef, LotNumber, Provider });
        agreed.Where(s => s.To is null || s.To >= from).ToList().ForEach(s => s.EndBefore(from));
        PriceSchedule schedule = Add(lot, terms, (from, null), "The price at which the home was put forward again.");
        schedule.Agree("At or below its last agreed price.");
        Happened("home.priceAgreed", Subject, schedule.ForTheLog(FrameworkRef, LotNumber));
    }
}
