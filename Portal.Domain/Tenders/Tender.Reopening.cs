namespace Portal.Domain.Tenders;

/// <content>Back from the award to the decision, when a winner withdraws or fails its checks.</content>
public sealed partial class Tender
{
    /// <summary>A new decision and approval, new summaries, a new notice and a new standstill follow (A10-01).</summary>
    public void ReturnToDeciding(DateTimeOffset now)
    {
        if (Stage != TenderStage.Deciding)
        {
            Move(TenderStage.Deciding);
        }

        (StandstillEndsOn, AwardApproval) = (null, null);
        Happened("tender.returnedToDeciding", Subject, new { at = now });
    }
}
