using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>Providers find their bids, openers their openings.</summary>
public sealed class BidNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.ProviderBidder) == true)
        {
            yield return new NavEntry("Your bids", BidLinks.Mine, 20);
        }

        if (actor?.Is(Role.Opener, Role.Legal) == true)
        {
            yield return new NavEntry("Openings", "/openings", 25);
        }
    }
}
