using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A named member of staff or of a provider, never a child.</summary>
public sealed class Person : Aggregate
{
    private readonly List<Membership> memberships = [];

    private Person()
    {
    }

    public PersonId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>The organisation that the person belonged to first, of those they still belong to: its administrator alone may take off the second factor.</summary>
    public OrganisationId? Home { get; private set; }

    public static Person Introduce(string name, string email)
    {
        var person = new Person { Id = Kernel.Id.New<PersonId>(), Name = name.Trim(), Email = email.Trim().ToLowerInvariant() };
        person.Happened("person.introduced", $"person/{person.Id.Value}", new { person.Id });
        return person;
    }

    /// <summary>The second factor was taken off by an administrator.</summary>
    public void LoseSecondFactor() => Happened("person.secondFactorTakenOff", $"person/{Id.Value}", new { Id });

    /// <summary>Gives the person these roles in the organisation, in place of any held there before; none ends the membership.</summary>
    public void HoldRoles(OrganisationId organisation, IReadOnlyCollection<Role> roles)
    {
        List<Role> held = [.. roles.Distinct().Order()];
        if (memberships.Find(m => m.Organisation == organisation) is not { } membership)
        {
            memberships.Add(new Membership(Id, organisation, held));
        }
        else if (held.Count == 0)
        {
            memberships.Remove(membership);
        }
        else
        {
            membership.Hold(held);
        }

        if (Home is not { } home || !memberships.Exists(m => m.Organisation == home))
        {
            Home = memberships.Count == 0 ? null : memberships[0].Organisation;
        }

        Happened("person.rolesChanged", $"person/{Id.Value}", new { organisation, roles });
    }
}

/// <summary>The roles one person holds in one organisation.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    internal Membership(PersonId person, OrganisationId organisation, List<Role> roles)
    {
        Person = person;
        Organisation = organisation;
        Roles = roles;
    }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public List<Role> Roles { get; private set; } = [];

    internal void Hold(List<Role> roles) => Roles = roles;
}
