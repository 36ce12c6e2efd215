using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Homes for a provider; people for an administrator.</summary>
public sealed class OrganisationsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor is null)
        {
            yield break;
        }

        if (actor.Is(Role.ProviderBidder))
        {
            yield return new NavEntry("Homes and vacancies", OrganisationLinks.Homes, 40);
            yield return new NavEntry("Evidence", Library.EvidenceLinks.All, 45);
        }

        if (actor.Is(Role.Administrator))
        {
            yield return new NavEntry("People", OrganisationLinks.People, 80);
        }
    }
}
