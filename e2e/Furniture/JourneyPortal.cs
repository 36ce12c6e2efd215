using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Furniture;
using Portal.Web.Printing;

namespace Portal.E2E.Furniture;

/// <summary>The whole portal on a real port with an empty database, a clock that the journey moves, and a printer for letters.</summary>
public static class JourneyPortal
{
    public static PortalApp Open()
    {
        PortalApp portal = new();
        portal.UseKestrel(0);
        portal.StartServer();
        portal.Services.GetRequiredService<PrinterRoom>().MoveIn(new ChromiumPrinter(Chrome.Executable));
        return portal;
    }
}
