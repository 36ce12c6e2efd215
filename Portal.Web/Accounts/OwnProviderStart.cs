using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Accounts;

/// <summary>Adds each organisation's own sign-in: authorisation code with PKCE, ending in the external cookie that <see cref="OwnProviderController"/> reads.</summary>
public sealed class OwnProviderStart : IRoomStart
{
    public void Add(WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IReadOnlyList<OwnProvider> providers = OwnProvider.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(providers);
        AuthenticationBuilder authentication = builder.Services.AddAuthentication();
        foreach (OwnProvider provider in providers)
        {
            authentication.AddOpenIdConnect(provider.Scheme, provider.Name, options => Describe(options, provider));
        }
    }

    public void Use(WebApplication app)
    {
    }

    private static void Describe(OpenIdConnectOptions options, OwnProvider provider)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;

        // Minutes between a browser and a provider are real ones, whatever the portal's own clock was told.
        options.TimeProvider = TimeProvider.System;
        options.Authority = provider.Authority.ToString();
        options.RequireHttpsMetadata = provider.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.CallbackPath = $"/accounts/sign-in/with/{provider.Key}/answer";
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.Scope.Add("email");
        options.ClaimActions.MapJsonKey("email_verified", "email_verified");

        // The answer comes back as a plain link, so the strictest cookie that travels with one will do.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect($"/accounts/sign-in/with/{provider.Key}/done");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
