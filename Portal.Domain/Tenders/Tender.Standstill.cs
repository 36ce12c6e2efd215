using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <content>A standstill that turns out to have begun later than the award notice said.</content>
public sealed partial class Tender
{
    /// <summary>The award notice became public later than stated: the last day moves with it, and never back (A10-07).</summary>
    public void LengthenStandstill(DateOnly lastDay)
    {
        if (StandstillEndsOn is not { } stated || Stage is not (TenderStage.Standstill or TenderStage.ReadyToSign) || lastDay <= stated)
        {
            throw new RuleBroken("STANDSTILL_STATED", $"The standstill of tender {Ref} can only become longer, and only before signature.", "A10-09");
        }

        StandstillEndsOn = lastDay;
        Happened("tender.standstillLengthened", Subject, new { stated, lastDay });
    }
}
