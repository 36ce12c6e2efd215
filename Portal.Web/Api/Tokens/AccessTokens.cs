using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Domain.Organisations;

namespace Portal.Web.Api.Tokens;

/// <summary>Makes and judges the short-lived access tokens of API clients (RFC 9068 shape, ES256).</summary>
public sealed class AccessTokens(SigningKeys keys, TimeProvider clock)
{
    public const string Audience = "urn:portal:api";

    /// <summary>One hour: a disabled client is refused at once all the same, because every request looks the client up.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    public string Issue(ApiClient client, IEnumerable<string> scopes, string issuer)
    {
        DateTimeOffset now = clock.GetUtcNow();
        SecurityTokenDescriptor token = new()
        {
            Issuer = issuer,
            Audience = Audience,
            TokenType = "at+jwt",
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            SigningCredentials = new SigningCredentials(keys.Current().Key, SecurityAlgorithms.EcdsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = client.Name,
                ["client_id"] = client.Name,
                ["scope"] = string.Join(' ', scopes),
                ["jti"] = Guid.NewGuid().ToString(),
            },
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    /// <summary>What a token must be: signed by a published key, for this API, and within its hour by the portal's own clock.</summary>
    public TokenValidationParameters Judging(string? issuer) => new()
    {
        ValidIssuer = issuer,
        ValidateIssuer = issuer is not null,
        ValidAudience = Audience,
        ValidTypes = ["at+jwt"],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        NameClaimType = "client_id",
        RequireExpirationTime = true,
        IssuerSigningKeyResolver = (_, _, kid, _) => keys.Find(kid) is { } key ? [key] : [],
        LifetimeValidator = (from, until, _, _) => InForce(from, until),
    };

    /// <summary>Of a token whose signature was good: it is within its hour, and its key has not been taken away.</summary>
    public bool MayStillBeUsed(JsonWebToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return InForce(token.ValidFrom, token.ValidTo) && keys.Find(token.Kid) is not null;
    }

    private bool InForce(DateTime? from, DateTime? until)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return until > now && (from is null || from <= now.AddMinutes(1));
    }
}
