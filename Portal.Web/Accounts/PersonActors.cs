using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Accounts;

/// <summary>A person's cookie: the roles held at this moment in the organisation acted for. A provider that nobody has verified yet holds none.</summary>
public sealed class PersonActors(PortalDb db, PortalSettings settings) : IActorSource
{
    public async Task<Actor?> Read(ClaimsPrincipal user, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!Guid.TryParse(user.FindFirstValue(PortalClaims.Person), out Guid personValue) || !Guid.TryParse(user.FindFirstValue(PortalClaims.Organisation), out Guid organisationValue))
        {
            return null;
        }

        PersonId person = PersonId.From(personValue);
        OrganisationId organisation = OrganisationId.From(organisationValue);
        var held = await (
            from membership in db.Set<Membership>().AsNoTracking()
            where membership.Person == person && membership.Organisation == organisation
            join named in db.People.IgnoreAutoIncludes() on membership.Person equals named.Id
            join body in db.Organisations on membership.Organisation equals body.Id
            select new { Person = named.Name, Organisation = body.Name, body.Code, body.Kind, body.VerifiedAt, membership.Roles }).FirstOrDefaultAsync(cancel);
        if (held is null)
        {
            return null;
        }

        bool unverified = held.Kind is OrganisationKind.Provider && held.VerifiedAt is null;
        return new Actor(person, held.Person, organisation, held.Organisation, unverified ? new HashSet<Role>() : held.Roles.ToHashSet()) { Side = SideOf(held.Kind, held.Code) };
    }

    // Where one co-operative runs the portal for the others, only its administrators are operators.
    private Side SideOf(OrganisationKind kind, string code) =>
        Organisation.SideOf(kind) is Side.Operator && settings.Operator is { } named && named != code ? Side.Buyer : Organisation.SideOf(kind);
}
