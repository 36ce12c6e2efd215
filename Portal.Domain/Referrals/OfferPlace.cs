using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>A provider offers one of its homes for a referral that it was sent.</summary>
public sealed class OfferPlace(PortalDb db, TimeProvider clock)
{
    public async Task<Offer> Execute(Actor actor, string referralRef, OfferedPlace place, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferralSentTo(actor, referralRef, cancel);
        ProviderHome home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == place.HomeUrn && h.Provider == actor.Organisation, cancel)
            ?? throw new RuleBroken("HOME", "Choose one of your own homes.", field: "HomeUrn");
        if (home.PlacesVacant == 0)
        {
            throw new RuleBroken("NO_VACANCY", $"{home.Name} shows no vacancy. Correct its occupancy first if that is wrong.", field: "HomeUrn");
        }

        Offer offer = Offer.Make(referral, actor.Organisation, place, clock.GetUtcNow());
        db.Add(offer);
        await db.Save(actor, cancel);
        return offer;
    }
}
