using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Awards.Ending;

/// <summary>Ends one lot without award while the others go on: everybody who takes part in it is told at the same instant, in the same transaction, and a termination notice (UK12) of the lot follows (A11-11, A2-06).</summary>
public sealed class EndLot(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string lotNumber, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Lot lot = tender.LotNumbered(lotNumber);
        Award? award = await db.AwardOf(tender, lot, stop);
        DateTimeOffset now = clock.GetUtcNow();
        IReadOnlyList<OrganisationId> won = [.. award?.Winners.Where(w => w.LotNumber == lotNumber).Select(w => w.Bidder).Distinct() ?? []];
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(stop);
        tender.EndLot(lotNumber, reason, award?.ContractsAnnounced(lotNumber) ?? 0, now);
        award?.LeaveOut(tender, lotNumber, now);
        tender.CompleteIfSettled(now);
        await db.Save(actor, stop); // Before it is read who takes part: from here on no server puts a bid for the lot into the box.
        await Tell(tender, lot, won, now, stop);
        TellLegal(tender, lot, award, now);
        await db.Save(actor, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task Tell(Tender tender, Lot lot, IReadOnlyList<OrganisationId> won, DateTimeOffset now, CancellationToken stop)
    {
        string what = $"Lot {lot.Number}, {lot.Title}, of tender {tender.Ref} has ended without award: {lot.Ended!.Reason}\n\nThe other lots go on, and nothing changes for them.";
        foreach ((OrganisationId bidder, string fate) in await db.TakingPartIn(tender, lot, stop))
        {
            string taken = won.Contains(bidder) ? " The award of this lot to you is taken back. An agreement that you have signed for it does not count; for other lots that you are awarded a new one is printed for you to sign." : "";
            db.Add(Message.ToOrganisation(bidder, Role.ProviderBidder, $"Lot {lot.Number} of {tender.Title} has ended without award", $"{what}\n\n{fate}{taken}", $"/tenders/{tender.Ref}/lots/{lot.Number}", now, $"lotEnded/{tender.Ref}/{lot.Number}/{bidder.Value}"));
        }

        await db.TellWatchers(tender, new TenderNews($"Lot {lot.Number} of tender {tender.Ref} has ended without award", what, $"/tenders/{tender.Ref}/lots/{lot.Number}", $"lotEnded/{lot.Number}"), now, stop);
    }

    // What was told to bidders stands; whether the limit would now give another lot to somebody is for a lawyer (A4-13).
    private void TellLegal(Tender tender, Lot lot, Award? award, DateTimeOffset now)
    {
        if (award is { Stage: > AwardStage.Decided } && award.PassedOverFor(lot.Number) is { Count: > 0 } passed)
        {
            string who = string.Join("; ", passed.Select(p => $"{p.BidderName} on lot {p.LotNumber}").Distinct());
            db.Add(Message.ToOrganisation(tender.Buyer, Role.Legal, $"{tender.Title}: a lot that counted towards the limit has ended", $"Lot {lot.Number} ended after the bidders were told. The limit on what one supplier is awarded counted it, and passed over {who}. The award of those lots stands as it was told; consider whether it can.", $"/tenders/{tender.Ref}/award", now, $"lotEnded/{tender.Ref}/{lot.Number}/legal"));
        }
    }
}
