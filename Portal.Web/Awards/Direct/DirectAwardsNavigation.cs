using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>Direct awards for those who make the case and those who decide.</summary>
public sealed class DirectAwardsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal) == true)
        {
            yield return new NavEntry("Direct awards", DirectAwardLinks.List, 74);
        }
    }
}
