namespace Portal.Domain.Kernel;

/// <summary>What a person may do for an organisation. One person may hold several roles in several organisations and acts in one at a time.</summary>
public enum Role
{
    Commissioner,
    Evaluator,
    Moderator,
    Opener,
    Legal,
    Finance,
    ProviderBidder,
    PlacementOfficer,
    Director,
    HeadOfService,
    RccCommissioner,
    QaLead,
    NominatedOfficer,
    NccAnalyst,
    Administrator,
}

/// <summary>On which side of the table an organisation stands. Operators are the co-operatives that run the portal; they buy too.</summary>
public enum Side
{
    Unsaid,
    Provider,
    Buyer,
    Operator,
}

/// <summary>Who asks: a person acting for one organisation with the roles held there at this moment, or the portal itself.</summary>
public sealed record Actor(PersonId Person, string Name, OrganisationId Organisation, string OrganisationName, IReadOnlySet<Role> Roles)
{
    /// <summary>The portal's own hand: timers, seeding, the sequencer.</summary>
    public static Actor Portal { get; } = new(default, "The portal", default, "The portal", new HashSet<Role>());

    /// <summary>The side of the organisation acted for: an administrator of a provider is no buyer.</summary>
    public Side Side { get; init; }

    /// <summary>Acts for an authority, a co-operative or a partner.</summary>
    public bool IsOnBuyingSide => Side is Side.Buyer or Side.Operator;

    /// <summary>An administrator of the body that runs the portal.</summary>
    public bool IsOperator => Side is Side.Operator && Is(Role.Administrator);

    public bool IsPortal => Person == default;

    public bool Is(params ReadOnlySpan<Role> anyOf)
    {
        foreach (Role role in anyOf)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Raises <see cref="NotAllowed"/> unless the actor holds one of the roles (the portal itself may do anything).</summary>
    public void MustBe(params ReadOnlySpan<Role> anyOf)
    {
        if (!IsPortal && !Is(anyOf))
        {
            throw new NotAllowed("Your role does not allow this. Ask an administrator of your organisation if it should.");
        }
    }

    /// <summary>Raises <see cref="NotAllowed"/> unless the actor runs the portal: procedures and messages of everybody pass through such hands.</summary>
    public void MustOperate()
    {
        if (!IsPortal && !IsOperator)
        {
            throw new NotAllowed("Only administrators of the co-operative that runs this portal may do this.");
        }
    }
}
