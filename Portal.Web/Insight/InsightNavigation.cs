using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Insight;

/// <summary>The figures' entry in the navigation.</summary>
public sealed class InsightNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor) =>
        actor?.Is(Role.NccAnalyst, Role.RccCommissioner, Role.Commissioner, Role.Director) == true
            ? [new NavEntry("Insight", "/insight", actor.Is(Role.NccAnalyst) ? 10 : 60)]
            : [];
}
