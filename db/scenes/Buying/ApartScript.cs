using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Db.Scenes.Buying;

/// <summary>Some lots of a ranked tender are awarded before the others: theirs are announced and stand still while the award of the others waits for its decision.</summary>
internal sealed class ApartScript(TenderScript tender, AwardScript award)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private AwardRef First => new(tender.Ref, 1);

    public void Write()
    {
        At(11, () => award.As(tender.Commissioner, (RecommendLotsApart use, Actor by) => use.Execute(
            by, tender.Ref, tender.Plan.AwardedFirst, "Ranked by the published method. Children wait for these places; the other lot is looked at once more by finance, and these do not wait for it.", None)));
        At(12, () => award.As(tender.Director, (DecideAward use, Actor by) => use.Execute(by, First, "I have read the report and the scores of this lot. The recommended tenders are the most advantageous by the published criteria.", None)));
        At(13, () => award.As(tender.Commissioner, (SendSummaries use, Actor by) => use.Execute(by, First, None)));
        At(13, () => award.As(tender.Commissioner, (PublishAwardNotice use, Actor by) => use.Execute(by, First, ContractDates.AsPublished, None)), hours: 1);
        At(13, award.Announce, hours: 2);
        At(14, () => award.As(tender.Commissioner, (ApproveLotsApart use, Actor by) => use.Execute(by, First, tender.AwardApproval(), None)));
        At(16, () => award.As(tender.Commissioner, (RecommendAward use, Actor by) => use.Execute(by, tender.Ref, "Ranked by the published method. Finance has looked at the prices of this lot once more; none is abnormally low and no check is open.", None)));
    }

    private void At(double days, Func<Task> act, double hours = 0) => tender.Stage.At(tender.After(days, hours), act);
}
