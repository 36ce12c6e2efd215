using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>Provides every bidder's assessment summary, and the letters to those whose tender was disregarded, at one instant in one transaction (A10-05).</summary>
public sealed class SendSummaries(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, AwardRef which, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, which.Tender, stop);
        tender.MustBeCompeted();
        Award award = await db.AwardOf(tender.Id, which.Part, stop) ?? throw new RuleBroken("NOT_DECIDED", "The award has not been decided.", "A10-01");
        RuleBroken.If(award.WhatBlocksSummaries());
        award.MustRestOn(Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, stop)));
        RuleBroken.If([.. (await db.WinnersWithoutAddress(award, stop)).Select(o => new Reason("ADDRESS_MISSING", $"Nobody has recorded the postal address of {o.Name}, and the others’ letters must give it. Record it first.", "A10-03"))]);
        DateTimeOffset now = clock.GetUtcNow();
        HashSet<LotId> awarded = [.. tender.LotsOfPart(which.Part).Select(l => l.Id)]; // Of a lot that ended no summary is owed: its bidders were told then. Those of another award are told with it (s.50).
        IReadOnlyList<OpenedBid> bids = [.. (await db.OpenedBidsOf(tender.Id, stop)).Where(b => awarded.Contains(b.Lot))];
        IReadOnlyDictionary<OrganisationId, ToldSupplier> suppliers = await db.SuppliersToTell([.. bids.Select(b => b.Bidder).Distinct()], stop);
        Organisation buyer = await db.Organisations.SingleAsync(o => o.Id == tender.Buyer, stop);
        List<AssessmentSummary> told = [];
        foreach (IGrouping<LotId, OpenedBid> lot in bids.GroupBy(b => b.Lot))
        {
            told.AddRange(await OfLot(tender, award, lot, suppliers, buyer.Name, now, stop));
        }

        award.SendSummaries(tender, told.Count(s => s.Content.Assessed), told.Count(s => !s.Content.Assessed), now);
        db.AddRange(told);
        db.AddRange(told.Select(s => s.Bidder).Distinct().Select(b => Message.ToOrganisation(
            b, null, Title(tender, award), $"The award of {Called(tender, award)} has been decided. Open the result to see your scores, the reasons and what comes next.", award.ResultPage, now, award.Round == 1 ? $"result/{tender.Ref}{which.Suffix}/{b.Value}" : $"result/{tender.Ref}{which.Suffix}/{b.Value}/{award.Round}")));
        await db.Save(actor, stop);
    }

    private static string Title(Tender tender, Award award) => tender.HasLotsApart ? $"The result of {tender.Title}: {tender.PartInWords(award.Part)}" : $"The result of {tender.Title}";

    private static string Called(Tender tender, Award award) => tender.HasLotsApart ? $"{tender.PartInWords(award.Part)} of {tender.Ref}" : tender.Ref;

    private async Task<IEnumerable<AssessmentSummary>> OfLot(
        Tender tender, Award award, IGrouping<LotId, OpenedBid> bids, IReadOnlyDictionary<OrganisationId, ToldSupplier> suppliers, string buyer, DateTimeOffset now, CancellationToken stop)
    {
        Lot lot = tender.Lots.First(l => l.Id == bids.Key);
        LotRanking? ranking = (await db.RankingsOf(tender.Id, stop)).FirstOrDefault(r => r.Lot == lot.Id);
        Moderation? moderation = await db.ModerationOf(tender.Id, lot.Id, stop);
        List<ParticipationDecision> decisions = await db.ParticipationDecisions.AsNoTracking().Where(d => d.Tender == tender.Id).ToListAsync(stop);
        IReadOnlyList<BidCase> cases = await db.CasesOf(tender.Id, stop);
        return bids.Select(bid =>
        {
            ParticipationDecision decision = decisions.Single(d => d.Bidder == bid.Bidder);
            string? disregarded = decision.Outcome != ParticipationOutcome.Qualified ? decision.Finding.Reason : cases.FirstOrDefault(c => c.TakesOut(bid))?.Reason;
            SummaryContent content = disregarded is null
                ? SummaryWriter.Assessed(new LotRecord(tender, lot, ranking!, moderation!, award), suppliers[bid.Bidder], buyer, suppliers)
                : SummaryWriter.Disregarded(tender, lot, suppliers[bid.Bidder].Name, buyer, disregarded);
            return AssessmentSummary.Send(tender, lot.Number, bid.Bidder, award.Round, content, now);
        });
    }
}
