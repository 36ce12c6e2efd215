using System.Globalization;
using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>Sends a new referral to every eligible provider of every suitable type at once.</summary>
public sealed class SendReferral(PortalDb db, TimeProvider clock)
{
    public async Task<Referral> Execute(Actor actor, ReferralNeed need, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        IReadOnlyList<OrganisationId> providers = await db.EligibleProvidersFor(actor.Organisation, need.ServiceTypes, need.ChildAge, today, cancel);
        Referral referral = Referral.Send(actor, need, providers, NewReference(today), now);
        db.Add(referral);
        db.AddRange(providers.Select(provider => Message.ToOrganisation(
            provider,
            Role.ProviderBidder,
            $"Referral {referral.Ref}: can you offer a place?",
            $"{actor.OrganisationName} looks for a place for a child aged {referral.AgeBand}. Answer by {LondonTime.ForPeople(referral.WindowClosesAt)}, also when you have none.",
            $"/referrals/{referral.Ref}/answer",
            now,
            $"referral/{referral.Ref}/{provider.Value}")));
        await db.Save(actor, cancel);
        return referral;
    }

    // Random, so that nobody can count another authority's referrals.
    private static string NewReference(DateOnly today) =>
        string.Create(CultureInfo.InvariantCulture, $"R-{today.Year}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}");
}
