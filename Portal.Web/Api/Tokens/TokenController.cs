using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;

namespace Portal.Web.Api.Tokens;

/// <summary>A token as RFC 6749 §5.1 gives it.</summary>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope);

/// <summary>A refusal as RFC 6749 §5.2 gives it.</summary>
public sealed record TokenRefusal([property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);

/// <summary>POST /connect/token: an organisation's machine shows its secret and gets an hour's token.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Tokens)]
[Route("connect/token")]
public sealed class TokenController(PortalDb db, AccessTokens tokens, IConfiguration configuration) : PortalApi
{
    [HttpPost]
    public async Task<IActionResult> Issue(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.Pragma = "no-cache";
        (TokenRequest? asked, TokenRefusal? unreadable) = await TokenRequest.Read(Request, cancellation);
        if (asked is null)
        {
            return BadRequest(unreadable);
        }

        if (asked.GrantType != "client_credentials")
        {
            return BadRequest(new TokenRefusal("unsupported_grant_type", "Only client_credentials is offered."));
        }

        ApiClient? client = await db.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.Name == asked.ClientId, cancellation);
        if (client is null || !client.Proves(asked.Secret))
        {
            Response.Headers.WWWAuthenticate = "Basic realm=\"portal\"";
            return Unauthorized(new TokenRefusal("invalid_client", "The client is not known, is switched off or showed another secret."));
        }

        string[] scopes = asked.Scope is null ? [.. client.Scopes] : [.. asked.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (scopes.Length == 0 || scopes.Except(client.Scopes).Any())
        {
            return BadRequest(new TokenRefusal("invalid_scope", $"This client may ask for: {string.Join(' ', client.Scopes)}."));
        }

        string issuer = configuration["Portal:Issuer"] ?? $"{Request.Scheme}://{Request.Host}";
        return Ok(new TokenAnswer(tokens.Issue(client, scopes, issuer), "Bearer", (int)AccessTokens.Life.TotalSeconds, string.Join(' ', scopes)));
    }
}
