using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
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

        if (await db.Offers.AnyAsync(o => o.Referral == referral.Id && o.HomeUrn == home.Urn && o.Stage == OfferStage.Made, cancel))
        {
            throw new RuleBroken("OFFER_TWICE", $"You have offered {home.Name} for this referral already. Withdraw that offer first, to make another.", field: "HomeUrn");
        }

        await MustNotBeSuspended(referral, home, cancel);
        Offer offer = Offer.Make(referral, actor.Organisation, place, clock.GetUtcNow());
        db.Add(offer);
        await db.Save(actor, cancel);
        return offer;
    }

    // A suspension stops offers to the region that made it (an embargo does not; the gate speaks then). Other regions are cautioned.
    private async Task MustNotBeSuspended(Referral referral, ProviderHome home, CancellationToken cancel)
    {
        IQueryable<OrganisationId?> region = db.Organisations.Where(o => o.Id == referral.Authority).Select(o => o.Parent);
        IQueryable<string> code = db.Organisations.Where(o => region.Contains(o.Id)).Select(o => o.Code);
        if (await db.QaRestrictions.AnyAsync(r => r.Kind == QaRestrictionKind.Suspension && r.LiftedAt == null && code.Contains(r.ByCooperative) && (r.HomeUrn == home.Urn || (r.HomeUrn == null && r.Provider == home.Provider)), cancel))
        {
            throw new RuleBroken("SUSPENDED", $"{home.Name} is suspended by the council’s region, so it makes no offers there. Ring the region’s quality lead, or offer another home.", "A3", "HomeUrn");
        }
    }
}
