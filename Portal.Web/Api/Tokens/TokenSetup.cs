using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Api.Tokens;

/// <summary>Puts bearer tokens and the scope policies into the application.</summary>
public static class TokenSetup
{
    public static void Add(IServiceCollection services, string keyFolder)
    {
        services.AddSingleton(provider => new SigningKeys(
            keyFolder, provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication().AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens, IConfiguration>((bearer, tokens, configuration) =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = tokens.Judging(configuration["Portal:Issuer"]);
            bearer.Events = new JwtBearerEvents { OnTokenValidated = BecomeActor };
        });
        services.AddAuthorization(AddScopes);
    }

    private static void AddScopes(AuthorizationOptions authorisation)
    {
        foreach (string scope in ApiScope.All)
        {
            authorisation.AddPolicy(ScopePolicy.Of(scope), policy => policy
                .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(asked => ScopePolicy.Granted(asked.User).Contains(scope)));
        }
    }

    // The client is looked up on every request, so that switching it off works at once and no token outlives a lost scope.
    private static async Task BecomeActor(TokenValidatedContext validated)
    {
        PortalDb db = validated.HttpContext.RequestServices.GetRequiredService<PortalDb>();
        string name = validated.Principal?.FindFirst("client_id")?.Value ?? "";
        ApiClient? client = await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.Name == name, validated.HttpContext.RequestAborted);
        if (client is not { DisabledAt: null })
        {
            validated.Fail("The client is not known or is switched off.");
            return;
        }

        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == client.Organisation, validated.HttpContext.RequestAborted);
        validated.HttpContext.Features.Set<Actor>(client.ActingFor(organisation, ScopePolicy.Granted(validated.Principal!)));
    }
}
