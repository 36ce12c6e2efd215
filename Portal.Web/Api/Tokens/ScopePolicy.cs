using System.Security.Claims;

namespace Portal.Web.Api.Tokens;

/// <summary>The named policies of the API: a bearer token whose scope includes the one named.</summary>
public static class ScopePolicy
{
    public const string Gate = "scope:gate";
    public const string Bids = "scope:bids";
    public const string CallOffs = "scope:calloffs";
    public const string Insight = "scope:insight";

    public static string Of(string scope) => "scope:" + scope;

    /// <summary>The scopes that a token carries.</summary>
    public static IReadOnlyList<string> Granted(ClaimsPrincipal principal) =>
        principal.FindFirst("scope")?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
