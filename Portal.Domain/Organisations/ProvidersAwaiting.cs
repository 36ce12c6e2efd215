using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Organisations;

/// <summary>Providers that wait to be verified: those whose first user has shown that the address is theirs, so that nobody fills the queue with invented companies.</summary>
public static class ProvidersAwaiting
{
    extension(PortalDb db)
    {
        /// <summary>Neither verified nor refused, and with a person whose address is confirmed.</summary>
        public IQueryable<Organisation> AwaitingProviders => db.Organisations.AsNoTracking().Where(o =>
            o.Kind == OrganisationKind.Provider && o.VerifiedAt == null && o.VerificationRefusal == null
            && db.Set<Membership>().Any(m => m.Organisation == o.Id && db.Users.Any(a => a.Person == m.Person && a.EmailConfirmed)));
    }
}
