using Portal.Web.Start;

namespace Portal.Web.Frameworks.Terms;

/// <summary>Registers what watches over frameworks' terms.</summary>
public sealed class FrameworksStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings) => builder.Services.AddHostedService<FrameworkWatch>();

    public void Use(WebApplication app)
    {
    }
}
