using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>The commissioner records that a winner has signed on paper.</summary>
public sealed class RecordPaperSignature(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, OrganisationId party, string signatory, string position, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        Award award = await db.AwardOf(tender.Id, stop) ?? throw new NotFound("That award");
        string name = award.Winners.FirstOrDefault(w => w.Bidder == party)?.BidderName ?? throw new NotFound("That supplier");
        award.SignAsSupplier(tender, new ContractSignature(party, name, signatory, position, OnPaper: true, clock.GetUtcNow(), Agreement.Sha256(tender, award)));
        await db.Save(actor, stop);
    }
}
