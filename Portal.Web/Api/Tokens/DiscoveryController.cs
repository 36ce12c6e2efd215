using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Tokens;
using Portal.Domain.Organisations;

namespace Portal.Web.Api.Tokens;

/// <summary>Where tokens come from and which keys sign them, for machines that find out by themselves.</summary>
[AllowAnonymous]
[Route(".well-known")]
public sealed class DiscoveryController(SigningKeys keys, IConfiguration configuration) : PortalApi
{
    [HttpGet("openid-configuration")]
    public IActionResult Configuration()
    {
        string issuer = configuration["Portal:Issuer"] ?? $"{Request.Scheme}://{Request.Host}";
        return new JsonResult(new Dictionary<string, object>
        {
            ["issuer"] = issuer,
            ["token_endpoint"] = issuer + "/connect/token",
            ["jwks_uri"] = issuer + "/.well-known/jwks.json",
            ["grant_types_supported"] = new[] { "client_credentials" },
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
            ["scopes_supported"] = ApiScope.All,
            ["response_types_supported"] = Array.Empty<string>(),
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
            ["service_documentation"] = issuer + "/developers",
        });
    }

    [HttpGet("jwks.json")]
    public IActionResult Keys()
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return new JsonResult(new { keys = keys.Published().Select(Published) });
    }

    private static Dictionary<string, string> Published(SigningKey key)
    {
        JsonWebKey jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key.Key);
        return new Dictionary<string, string>
        {
            ["kty"] = "EC",
            ["use"] = "sig",
            ["alg"] = "ES256",
            ["crv"] = jwk.Crv,
            ["kid"] = key.Kid,
            ["x"] = jwk.X,
            ["y"] = jwk.Y,
        };
    }
}
