using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An invitation's id.</summary>
public readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);
}

/// <summary>An organisation asks somebody who has an account already to act for it. It gives and takes nothing until that person accepts: not a role, not a name, and no bar from prices.</summary>
public sealed class Invitation : Aggregate
{
    private Invitation()
    {
    }

    public InvitationId Id { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public List<Role> Roles { get; private set; } = [];

    /// <summary>The name that the administrator typed; the person's own name stays unknown until they accept.</summary>
    public string AddressedAs { get; private set; } = "";

    public string InvitedBy { get; private set; } = "";

    public DateTimeOffset InvitedAt { get; private set; }

    public static Invitation Send(Person person, string addressedAs, OrganisationId organisation, IReadOnlyCollection<Role> roles, string by, DateTimeOffset now)
    {
        var invitation = new Invitation
        {
            Id = Kernel.Id.New<InvitationId>(),
            Person = person.Id,
            Organisation = organisation,
            Roles = [.. roles.Distinct().Order()],
            AddressedAs = addressedAs.Trim(),
            InvitedBy = by,
            InvitedAt = now,
        };
        invitation.Tell("person.invited");
        return invitation;
    }

    /// <summary>The person agrees and holds the roles from now on.</summary>
    public void Accept(Person person)
    {
        Tell("person.invitationAccepted");
        person.HoldRoles(Organisation, Roles);
    }

    public void Decline() => Tell("person.invitationDeclined");

    /// <summary>An administrator takes the invitation back.</summary>
    public void Withdraw() => Tell("person.invitationWithdrawn");

    private void Tell(string what) => Happened(what, $"person/{Person.Value}", new { organisation = Organisation, Roles });
}
