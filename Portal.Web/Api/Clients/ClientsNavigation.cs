using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Api.Clients;

/// <summary>Administrators find the connected systems from every page.</summary>
public sealed class ClientsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor) => actor?.Is(Role.Administrator) == true ? [new NavEntry("Connected systems", "/clients", 85)] : [];
}
