using System.Security.Claims;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Who asks, in this request: read afresh each time, for a person's cookie and for a machine's token alike.</summary>
public sealed class CurrentActor
{
    public bool IsSignedIn => Known is not null;

    /// <summary>The actor, or null for the public.</summary>
    public Actor? Known { get; private set; }

    /// <summary>The actor, or <see cref="NotAllowed"/> when nobody is signed in.</summary>
    public Task<Actor> Actor() => Task.FromResult(Known ?? throw new NotAllowed("Sign in first."));

    public Task<Actor?> Load(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(Known);
    }
}
