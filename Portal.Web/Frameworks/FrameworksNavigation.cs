using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>The frameworks' entries in the navigation.</summary>
public sealed class FrameworksNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor)
    {
        if (actor is null)
        {
            yield break;
        }

        yield return actor.Is(Role.ProviderBidder)
            ? new NavEntry("Frameworks and prices", "/frameworks/own", 40)
            : new NavEntry("Frameworks", "/frameworks", 40);
        if (actor.Is(Role.QaLead))
        {
            yield return new NavEntry("Quality", "/frameworks/quality", 42);
        }
    }
}

/// <summary>Addresses of this room, written once.</summary>
public static class FrameworkLinks
{
    public static string Of(string frameworkRef) => $"/frameworks/{Uri.EscapeDataString(frameworkRef)}";

    public static string Home(string frameworkRef, string lot, string urn) => $"{Of(frameworkRef)}/lots/{Uri.EscapeDataString(lot)}/homes/{urn}";

    public static string Price(string frameworkRef, string lot, string urn) => Home(frameworkRef, lot, urn) + "/price";

    public static string Provider(string frameworkRef, string lot, OrganisationId provider) => $"{Of(frameworkRef)}/lots/{Uri.EscapeDataString(lot)}/providers/{provider.Value}";
}
