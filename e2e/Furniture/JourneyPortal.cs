using Portal.Tests.Furniture;

namespace Portal.E2E.Furniture;

/// <summary>The whole portal on a real port with an empty database and a clock that the journey moves.</summary>
public static class JourneyPortal
{
    public static PortalApp Open()
    {
        PortalApp portal = new();
        portal.UseKestrel(0);
        portal.StartServer();
        return portal;
    }
}
