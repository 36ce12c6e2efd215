using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Deciding;

/// <summary>Who may decide an award of a given value. The Act sets no such scale; councils delegate below their key-decision line (care-sector §2.4: £500,000).</summary>
public static class DelegatedAuthority
{
    /// <summary>Pounds, net of VAT: above it a head of service must hand the decision to a director.</summary>
    public static readonly Money KeyDecision = new(500_000m);

    /// <summary>Raises <see cref="NotAllowed"/> unless one of the actor's roles carries the authority. An unstated value needs a director.</summary>
    public static void MustCover(Actor actor, Money? value)
    {
        actor.MustBe(Role.Director, Role.HeadOfService);
        if (!actor.IsPortal && !actor.Is(Role.Director) && (value is not { } stated || stated > KeyDecision))
        {
            throw new NotAllowed($"An award above {KeyDecision} is decided by a director. Ask one to decide.");
        }
    }
}
