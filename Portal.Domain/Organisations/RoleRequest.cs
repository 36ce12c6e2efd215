using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>The id of a change of roles that waits.</summary>
public readonly record struct RoleRequestId(Guid Value) : ITypedId<RoleRequestId>
{
    public static RoleRequestId From(Guid value) => new(value);
}

/// <summary>A change of roles that one administrator may not make alone: roles for oneself, or roles that must be in different hands (care-sector §5). It takes effect when a second administrator or a director confirms it.</summary>
public sealed class RoleRequest : Aggregate
{
    private RoleRequest()
    {
    }

    public RoleRequestId Id { get; private set; }

    public PersonId Person { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>All roles that the person is to hold, not only the new ones.</summary>
    public List<Role> Roles { get; private set; } = [];

    public PersonId AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public static RoleRequest Ask(Actor by, Person person, IReadOnlyCollection<Role> roles, DateTimeOffset now)
    {
        var request = new RoleRequest
        {
            Id = Kernel.Id.New<RoleRequestId>(),
            Person = person.Id,
            Organisation = by.Organisation,
            Roles = [.. roles.Distinct().Order()],
            AskedBy = by.Person,
            AskedByName = by.Name,
            AskedAt = now,
        };
        request.Tell("person.rolesAsked");
        return request;
    }

    public void Confirm(Actor by, Person person)
    {
        MustBeSecond(by);
        Tell("person.rolesConfirmed");
        person.HoldRoles(Organisation, Roles);
    }

    /// <summary>Whoever asked may take it back; a second person may refuse it.</summary>
    public void Refuse() => Tell("person.rolesRefused");

    /// <summary>Whether this person may confirm: neither the one who asked nor the one who gains.</summary>
    public bool IsSecond(PersonId person) => person != AskedBy && person != Person;

    private void MustBeSecond(Actor by)
    {
        if (!IsSecond(by.Person))
        {
            throw new RuleBroken("SECOND_PERSON", "Another administrator or a director must confirm this: neither the person who asked nor the one who gets the roles.");
        }
    }

    private void Tell(string what) => Happened(what, $"person/{Person.Value}", new { organisation = Organisation, Roles, askedBy = AskedBy });
}

/// <summary>The table of changes of roles that wait.</summary>
internal sealed class RoleRequestMapping : IEntityTypeConfiguration<RoleRequest>
{
    public void Configure(EntityTypeBuilder<RoleRequest> builder)
    {
        builder.ToTable("RoleRequests", "organisations");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.AskedByName).HasMaxLength(200);
        builder.HasIndex(r => new { r.Organisation, r.Person }).IsUnique();
    }
}

/// <summary>Changes of roles that wait, by name.</summary>
public static class RoleRequestTables
{
    extension(PortalDb db)
    {
        public DbSet<RoleRequest> RoleRequests => db.Set<RoleRequest>();
    }
}
