using System.Security.Claims;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Api.Tokens;

/// <summary>A bearer token's client, as the token's validation found it in the database in this request.</summary>
public sealed class TokenActors(IHttpContextAccessor http) : IActorSource
{
    public Task<Actor?> Read(ClaimsPrincipal user, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.HasClaim(c => c.Type == "client_id") ? http.HttpContext?.Features.Get<Actor>() : null);
    }
}
