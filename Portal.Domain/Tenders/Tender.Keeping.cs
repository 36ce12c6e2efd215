using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>How long the record of a procurement that ended is kept.</content>
public sealed partial class Tender
{
    /// <summary>Sets the last day of keeping the record, counted from the end of the procurement (A13-03, s.98).</summary>
    public void KeepRecord()
    {
        if (Cancelled is not { } ended)
        {
            throw new RuleBroken("WRONG_STAGE", $"Tender {Ref} has not ended.", "A13-03");
        }

        if (KeptUntil is null)
        {
            KeptUntil = RecordRetention.Until(LondonTime.DateOf(ended.At));
            Happened("tender.recordKept", Subject, new { KeptUntil });
        }
    }
}
