using System.Security.Claims;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Who asks, in this request: read afresh each time, for a person's cookie and for a machine's token alike, so that a role taken away is gone at once.</summary>
public sealed class CurrentActor(IEnumerable<IActorSource> sources, IHttpContextAccessor http)
{
    private ClaimsPrincipal? loaded;

    public bool IsSignedIn => Known is not null;

    /// <summary>The actor, or null for the public. Read after <see cref="Load"/>, which the pipeline calls.</summary>
    public Actor? Known { get; private set; }

    /// <summary>The actor, or <see cref="NotAllowed"/> when nobody is signed in.</summary>
    public async Task<Actor> Actor() =>
        await Load(http.HttpContext?.User ?? new ClaimsPrincipal()) ?? throw new NotAllowed("Sign in first.");

    public async Task<Actor?> Load(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (ReferenceEquals(user, loaded) || user.Identity?.IsAuthenticated != true)
        {
            return Known;
        }

        loaded = user;
        Known = null;
        foreach (IActorSource source in sources)
        {
            Known ??= await source.Read(user, http.HttpContext?.RequestAborted ?? CancellationToken.None);
        }

        return Known;
    }
}
