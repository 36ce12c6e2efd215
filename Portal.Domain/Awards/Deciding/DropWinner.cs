using Microsoft.EntityFrameworkCore;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>A winner withdraws or fails the checks before signature: its tender is disregarded, its lots are ranked again and the award waits for a new recommendation; the next in rank comes forward.</summary>
public sealed class DropWinner(PortalDb db, RankAgain rank, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, OrganisationId bidder, bool withdrew, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        tender.MustBeCompeted();
        Award award = await db.LoadAward(tender.Id, which.Part, stop);
        if (!award.MayBeReopened || !award.WinningBidders.Contains(bidder))
        {
            throw new RuleBroken("WRONG_STAGE", "A winner can fall out only after the recommendation and before the authority has signed.", "A10-01");
        }

        string why = Tender.Wanted(reason, 4000, "Reason", "what was found, or how the supplier withdrew");
        LotId[] again = [.. tender.LotsGoingOn.Where(l => l.Part == which.Part || l.Awarding?.ToldAt is null).Select(l => l.Id)]; // What another award told its bidders stands.
        await rank.Execute(actor, tender, again, bidder, $"{(withdrew ? "The supplier withdrew its tender." : "The supplier failed the checks before signature.")} {why}", stop);
        DateTimeOffset now = clock.GetUtcNow();
        ParticipationDecision decision = await db.ParticipationDecisions.SingleAsync(d => d.Tender == tender.Id && d.Bidder == bidder, stop);
        decision.DisregardLater(tender, why, actor, now);
        List<OrganisationId> told = await ToldOf(tender, award, stop);
        award.Reopen(tender, bidder, withdrew, why, actor, now);
        db.AddRange(told.Select(b => Message.ToOrganisation(
            b, null, $"{tender.Title}: the award is decided anew", "Something has come up before signature, so the award goes back to its decision. You will get a new result; signatures given so far do not count.", award.ResultPage, now, $"reopened/{tender.Ref}{which.Suffix}/{award.Round}/{b.Value}")));
        await db.Save(actor, stop);
    }

    // Who was awarded, and who was told another result: it stands for nobody any more (s.12, s.50).
    private async Task<List<OrganisationId>> ToldOf(Tender tender, Award award, CancellationToken stop)
    {
        string[] lots = [.. tender.LotsOfPart(award.Part).Select(l => l.Number)];
        return [.. award.WinningBidders.Union(await db.AssessmentSummaries.Where(s => s.Tender == tender.Id && s.Round == award.Round && lots.Contains(s.LotNumber)).Select(s => s.Bidder).Distinct().ToListAsync(stop))];
    }
}
