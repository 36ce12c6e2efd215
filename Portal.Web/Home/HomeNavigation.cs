using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>What needs me; organisations for those who look others up.</summary>
public sealed class HomeNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor is not null)
        {
            yield return new NavEntry("Today", "/today", 0);
        }
    }
}
