using Portal.Web.Start;

namespace Portal.Web.Printing;

/// <summary>Letters: the printer and the search for it.</summary>
public sealed class PrintingStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<PrinterRoom>();
        builder.Services.AddSingleton<IPdfPrinter>(services => services.GetRequiredService<PrinterRoom>());
        builder.Services.AddScoped<ViewText>();
        builder.Services.AddHostedService<FindChromium>();
    }

    public void Use(WebApplication app)
    {
    }
}
