using Portal.Domain.Tenders;
using Portal.Web.Start;

namespace Portal.Web.Tenders;

/// <summary>What the tenders room adds to the composition.</summary>
public sealed class TendersStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings) => builder.Services.AddScoped<PublicFiles>();

    public void Use(WebApplication app)
    {
    }
}
