using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <content>An award without a competition.</content>
public sealed partial class Award
{
    /// <summary>Whoever put the case for a direct award forward recommends it; every lot goes to the one supplier (A9-07).</summary>
    public void RecommendDirectly(Tender tender, OrganisationId supplier, string supplierName, Actor by, DateTimeOffset now)
    {
        if (!tender.IsDirect || tender.Stage != TenderStage.Deciding || Stage != AwardStage.Recommended || Winners.Count > 0)
        {
            throw new RuleBroken("AWARD_UNDERWAY", "An award of this procurement is under way already. It cannot be awarded directly beside it.", "A9-08");
        }

        DirectAwardGround ground = DirectAwardGround.Coded(tender.DirectGround);
        Winners = [.. tender.Lots.Select(lot => new AwardedBid(lot.Number, default, supplier, supplierName, "", 1))];
        Recommendation = new AwardAct(by.Person, by.Name, now, $"Direct award: {ground.Title}. Every limb of the ground is evidenced.");
        Happened("award.recommended", Subject, new { supplier, ground = ground.Code, reason = Recommendation.Reason });
    }
}
