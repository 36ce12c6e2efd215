using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
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
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(new JudgedTokens(tokens) { MapInboundClaims = false });
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
        if (await ClientNow.Find(db, name, validated.HttpContext.RequestAborted) is not { } client)
        {
            validated.Fail("The client is not known or is switched off.");
            return;
        }

        validated.HttpContext.Features.Set<Actor>(client.ActingFor(ScopePolicy.Granted(validated.Principal!)));
    }
}
