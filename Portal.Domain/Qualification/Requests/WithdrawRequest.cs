using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>Takes a supplier's request back before the shortlist is made.</summary>
public sealed class WithdrawRequest(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, string tenderRef, CancellationToken stop)
    {
        by.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        ParticipationRequest request = await db.RequestOf(tender.Id, by.Organisation, stop) ?? throw new NotFound("Your request");
        request.Withdraw(tender, clock.GetUtcNow());
        await db.Save(by, stop);
    }
}
