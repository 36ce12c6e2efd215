using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;
using Portal.Web.Start;
using Portal.Web.Tenders.Outages;

namespace Portal.Web.Tenders;

/// <summary>What the tenders room adds to the composition.</summary>
public sealed class TendersStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<PublicFiles>();
        builder.Services.AddSingleton<ClockWatch>();
        builder.Services.AddHostedService<HeartbeatRound>();
    }

    /// <summary>The watch begins when the portal does: what the clock does before anybody looks is seen too.</summary>
    public void Use(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.GetRequiredService<ClockWatch>().Look();
    }
}
