using System.Security.Claims;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Turns a checked cookie or token into the actor, from the database, in this request. Null: not this source's kind of principal, or no longer allowed. Found by itself.</summary>
public interface IActorSource
{
    Task<Actor?> Read(ClaimsPrincipal user, CancellationToken cancel);
}

/// <summary>Names of the portal's claims.</summary>
public static class PortalClaims
{
    /// <summary>The person (cookie).</summary>
    public const string Person = "person";

    /// <summary>The organisation acted for (cookie and token).</summary>
    public const string Organisation = "organisation";

    /// <summary>This signing-in, whose end at sign-out holds for every copy of the cookie.</summary>
    public const string Session = "session";

    /// <summary>Signed in, but the second factor must be set up before anything else.</summary>
    public const string MustEnrol = "must-enrol";
}
