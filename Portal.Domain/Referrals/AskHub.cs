using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>A placement officer asks the hub of a national contract for a place for one referral: the hub rings with one, or confirms that there is none.</summary>
public sealed class AskHub(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, string reference, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(actor, referralRef, cancel);
        Framework framework = await db.LoadFramework(reference, cancel);
        if (framework.Level != FrameworkLevel.National || !framework.Lots.Any(l => referral.ServiceTypes.Contains(l.ServiceType)))
        {
            throw new RuleBroken("NOT_NATIONAL", $"{reference} is no national contract for what the child needs.");
        }

        string key = HubKeys.Asked(framework.Id, referral.Ref);
        if (await db.Messages.AnyAsync(m => m.Key == key, cancel))
        {
            throw new RuleBroken("ASKED_ALREADY", $"The hub of {reference} has been asked already. Ring it when it is urgent.");
        }

        db.Add(Message.ToOrganisation(
            framework.Cooperative,
            null,
            $"Is there a place on {reference}? Referral {referral.Ref}",
            $"{actor.OrganisationName} looks for {string.Join(", ", referral.ServiceTypes.Select(ServiceTypes.InWords))} for a child aged {referral.AgeBand}, by {LondonTime.ForPeople(referral.NeededBy)}. Ring with a place, or confirm here that there is none.",
            $"/frameworks/{Uri.EscapeDataString(reference)}/no-place?referral={referral.Ref}",
            clock.GetUtcNow(),
            key));
        await db.Save(actor, cancel);
    }
}

/// <summary>How a question to a national hub is known again.</summary>
public static class HubKeys
{
    public static string Asked(FrameworkId framework, string referralRef) => $"hub/{framework.Value}/{referralRef}";
}
