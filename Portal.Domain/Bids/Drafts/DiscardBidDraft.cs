using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Drafts;

/// <summary>Throws a draft away; what was submitted stays.</summary>
public sealed class DiscardBidDraft(PortalDb db)
{
    public async Task Execute(Actor by, string reference, string lotNumber, CancellationToken ct)
    {
        (_, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        BidDraft draft = await db.FindDraft(by.Organisation, lot.Id, ct) ?? throw new NotFound("That draft");
        db.Remove(draft);
        await db.Save(by, ct);
    }
}
