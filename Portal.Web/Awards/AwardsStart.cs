using Portal.Domain.Awards.Signing;
using Portal.Web.Accounts;
using Portal.Web.Awards.Signing;
using Portal.Web.Start;

namespace Portal.Web.Awards;

/// <summary>Registers the press of agreements and the desk where they are signed.</summary>
public sealed class AwardsStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<IAgreementPress, AgreementPress>();
        builder.Services.AddScoped<PasskeyConfirmation>();
        builder.Services.AddScoped<SignatureDesk>();
    }

    public void Use(WebApplication app)
    {
    }
}
