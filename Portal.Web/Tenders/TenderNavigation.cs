using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders;

/// <summary>Tenders for everybody; the own drafts and tenders for commissioners.</summary>
public sealed class TenderNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor?.Is(Role.Commissioner, Role.RccCommissioner) == true)
        {
            yield return new NavEntry("Our tenders", "/tenders/ours", 10);
        }

        yield return new NavEntry("Find a tender", "/tenders", 20);
    }
}
