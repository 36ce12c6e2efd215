using Portal.Domain.Awards;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>Another award of the same tender: its lots, how far it has come, and its page.</summary>
public sealed record OtherAward(string Lots, string Standing, string Href)
{
    /// <summary>Every award but this one; of the lots that are left also before anything is recommended.</summary>
    public static IReadOnlyList<OtherAward> Than(AwardRef here, Tender tender, IReadOnlyList<Award> awards)
    {
        if (!tender.HasLotsApart)
        {
            return [];
        }

        int[] parts = [.. tender.LotsGoingOn.Select(l => l.Part).Distinct().Where(p => p != here.Part).Order()];
        return [.. parts.Select(p => new OtherAward(tender.PartInWords(p), StandingOf(tender, awards.FirstOrDefault(a => a.Part == p)), AwardLinks.Award(new AwardRef(here.Tender, p))))];
    }

    private static string StandingOf(Tender tender, Award? award) => award switch
    {
        null or { Stage: AwardStage.Recommended, Winners.Count: 0 } => "Waiting",
        { IsSuspended: true } => "Suspended",
        { Stage: AwardStage.Noticed } => award.StandsStill(tender) ? "Standstill" : "Ready to sign",
        _ => GovWords.Of(award.Stage),
    };
}
