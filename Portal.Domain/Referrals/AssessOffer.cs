using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>The placing authority says whether an offer meets the child's needs, and why.</summary>
public sealed class AssessOffer(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, OfferId offerId, bool suitable, string reason, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(actor, referralRef, cancel);
        Offer offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == offerId && o.Referral == referral.Id, cancel) ?? throw new NotFound("The offer");
        offer.Assess(actor, suitable, reason, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
