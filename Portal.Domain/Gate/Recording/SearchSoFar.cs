using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Referrals;

namespace Portal.Domain.Gate.Recording;

/// <summary>What the referral's own timestamps say of the search; no referral means that the search is incomplete.</summary>
public static class SearchSoFar
{
    /// <summary>The referral named is not this child's, or not this authority's.</summary>
    public const string OtherReferral = "REFERRAL_OF_ANOTHER";

    /// <exception cref="RuleBroken">The referral named is unknown to the authority, or another child's.</exception>
    public static async Task<SearchFacts> Of(PortalDb db, OrganisationId authority, AskedOption asked, IReadOnlyList<FrameworkTerms> terms, DateTimeOffset now, CancellationToken cancel)
    {
        if (asked.Referral is null)
        {
            return new SearchFacts();
        }

        Referral referral = await db.Referrals.AsNoTracking().SingleOrDefaultAsync(r => r.Ref == asked.Referral && r.Authority == authority, cancel)
            ?? throw Refused($"There is no referral {asked.Referral} of this authority. Leave it out where there was none.");
        if (asked.ChildReference is { } child && referral.ChildReference != child)
        {
            throw Refused($"Referral {referral.Ref} was made for another child; one child's search never stands for another's.");
        }

        IReadOnlyList<OrganisationId> eligible = await db.EligibleProvidersFor(authority, referral.ServiceTypes, referral.ChildAge, LondonTime.DateOf(referral.SentAt), cancel);
        HashSet<OrganisationId> sentTo = [.. referral.Recipients.Select(r => r.Provider)];
        List<Offer> offers = await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id && o.Stage != OfferStage.Withdrawn).ToListAsync(cancel);
        bool closed = referral.IsWindowClosed(now);
        return new SearchFacts
        {
            EligibleProviders = eligible.Count,
            SentTo = eligible.Count(sentTo.Contains),
            WindowClosed = closed,
            SuitableOffersOnTerms = await OnTerms(db, authority, offers.Where(o => o.Suitable == true), referral, terms, now, cancel),
            AllSuitableTypesInParallel = referral.ServiceTypes.Contains(asked.ServiceType) && referral.Recipients.All(r => r.SentAt == referral.SentAt),
            SelectionProcessFollowed = closed && eligible.All(sentTo.Contains) && offers.TrueForAll(o => o.Suitable is not null),
            WiderSearchRecorded = referral.WiderSearch is not null,
        };
    }

    private static RuleBroken Refused(string why) => new(OtherReferral, why, field: "Referral");

    // A suitable offer is on terms when its price is at or below the home's schedule on a lot that the authority may use.
    private static async Task<int> OnTerms(PortalDb db, OrganisationId authority, IEnumerable<Offer> suitable, Referral referral, IReadOnlyList<FrameworkTerms> terms, DateTimeOffset now, CancellationToken cancel)
    {
        int found = 0;
        foreach (Offer offer in terms.Any(t => t.AuthorityEntitled) ? suitable : [])
        {
            List<FrameworkTerms> own = await db.FrameworkTermsFor(authority, offer.Provider, offer.HomeUrn, offer.ServiceType, LondonTime.DateOf(now), referral.ChildAge).ToListAsync(cancel);
            bool onTerms = own.Exists(t => t is { AuthorityEntitled: true, Admitted: true, HomeStatus: HomeAdmissionStatus.Onboarded } && t.Unit == offer.Unit && offer.Price <= t.SchedulePrice);
            found += onTerms ? 1 : 0;
        }

        return found;
    }
}
