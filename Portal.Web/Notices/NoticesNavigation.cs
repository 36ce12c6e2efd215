using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Notices;

/// <summary>The search of notices for everybody; what must be published for commissioners.</summary>
public sealed class NoticesNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.Commissioner, Role.RccCommissioner) == true)
        {
            yield return new NavEntry("Notice duties", "/notices/duties", 75);
        }

        yield return new NavEntry("Find notices", "/notices", 85);
    }
}
