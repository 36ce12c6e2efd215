using Portal.Web.Gate.Withdrawing;
using Portal.Web.Start;

namespace Portal.Web.Gate;

/// <summary>Registers what the gate's controllers share.</summary>
public sealed class GateStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        builder.Services.AddScoped<GateAnswers>();
        builder.Services.AddHostedService<GateWatch>();
        builder.Services.AddHostedService<WaitingWatch>();
    }

    public void Use(WebApplication app)
    {
    }
}
