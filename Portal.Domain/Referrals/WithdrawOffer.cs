using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>A provider withdraws a place that it offered, with its reason; the placing authority is told at once. Another may be offered while the window is open.</summary>
public sealed class WithdrawOffer(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, OfferId offerId, string reason, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferralSentTo(actor, referralRef, cancel);
        Offer offer = await db.Offers.SingleOrDefaultAsync(o => o.Id == offerId && o.Referral == referral.Id && o.Provider == actor.Organisation, cancel) ?? throw new NotFound("The offer");
        offer.Withdraw(reason);
        db.Add(Message.ToOrganisation(referral.Authority, Role.PlacementOfficer, $"An offer for referral {referral.Ref} is withdrawn", $"{actor.OrganisationName} no longer offers {offer.HomeUrn}.", $"/referrals/{referral.Ref}", clock.GetUtcNow(), $"offer/{offer.Id.Value}/withdrawn"));
        await db.Save(actor, cancel);
    }
}
