using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Organisations;

/// <summary>An administrator of the national co-operative sets its class, central or sub-central (A1-07).</summary>
public sealed class ClassifyAuthority(PortalDb db)
{
    public async Task Execute(Actor actor, AuthorityKind authority, string reason, CancellationToken stop)
    {
        actor.MustBe(Role.Administrator);
        OrganisationId own = actor.Organisation;
        Organisation organisation = await db.Organisations.SingleAsync(o => o.Id == own, stop);
        organisation.Classify(authority, reason);
        await db.Save(actor, stop);
    }
}

/// <summary>The class of an authority, by which thresholds and periods are chosen.</summary>
public static class AuthorityClass
{
    extension(PortalDb db)
    {
        public Task<AuthorityKind> ClassOf(OrganisationId authority, CancellationToken stop) =>
            db.Organisations.Where(o => o.Id == authority).Select(o => o.Class).SingleOrDefaultAsync(stop);
    }
}
