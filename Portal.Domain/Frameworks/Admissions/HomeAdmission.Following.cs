using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <content>A home that was sold or registered anew follows its former URN by a recorded novation, at the prices it had.</content>
public sealed partial class HomeAdmission
{
    internal void Follow(HomeAdmission former, FrameworkLot lot, Novation novation, DateOnly today)
    {
        PriceSchedule held = former.ScheduleOn(today) ?? throw new RuleBroken("PRICE_MISSING", $"{former.HomeUrn} has no agreed price today that could pass on.");
        string because = $"Carried over from {former.HomeUrn} by novation ({novation.Deed}).";
        foreach (PriceSchedule version in former.Schedules.Where(s => s == held || (s.Status == PriceScheduleStatus.Agreed && s.From > today && (s.To is null || s.To >= s.From))).OrderBy(s => s.From).ToList())
        {
            PriceSchedule carried = Add(lot, version.Terms, (version == held ? today : version.From, version.To), because);
            carried.Agree(because);
            Happened("home.priceAgreed", Subject, carried.ForTheLog(FrameworkRef, LotNumber));
        }

        FormerUrn = former.HomeUrn;
    }
}
