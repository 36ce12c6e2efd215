using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>One entry of the navigation. Of more than six, the lowest <paramref name="Order"/> are shown and the rest are on the page More.</summary>
public sealed record NavEntry(string Text, string Href, int Order);

/// <summary>A room's contribution to the navigation; found by itself. A null actor is the public.</summary>
public interface INavigation
{
    IEnumerable<NavEntry> For(Actor? actor);
}
