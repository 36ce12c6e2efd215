using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs;

/// <summary>Call-offs for those who make them and for the homes' providers.</summary>
public sealed class CallOffsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.PlacementOfficer) == true)
        {
            yield return new NavEntry("Call-offs", "/call-offs", 40);
        }

        if (actor?.Is(Role.ProviderBidder) == true)
        {
            yield return new NavEntry("Placements", "/call-offs", 50);
        }
    }
}
