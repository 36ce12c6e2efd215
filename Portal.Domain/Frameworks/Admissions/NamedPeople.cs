using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Who stands for a home as its onboarding checks recorded it: its Registered Manager, and its provider's Responsible Individual; null where no current check names anybody.</summary>
public sealed record NamedPeople(string? RegisteredManager, string? ResponsibleIndividual);

/// <summary>Looks up who stands for a home.</summary>
public static class NamedPeopleOf
{
    extension(PortalDb db)
    {
        /// <summary>Of all findings of every framework that looked at the home the latest counts that is satisfied, names somebody and is still good on the day; a later one that calls the post vacant takes the name away.</summary>
        public async Task<NamedPeople> NamedPeopleAt(string homeUrn, OrganisationId provider, DateOnly on, CancellationToken cancel)
        {
            List<OnboardingCheck> seen = await db.HomeAdmissions.AsNoTracking().Where(h => h.HomeUrn == homeUrn && h.Provider == provider).SelectMany(h => h.Checks)
                .Where(c => c.Matter == OnboardingMatter.RegisteredManager || c.Matter == OnboardingMatter.ResponsibleIndividual).ToListAsync(cancel);
            return new NamedPeople(Latest(seen, OnboardingMatter.RegisteredManager, on), Latest(seen, OnboardingMatter.ResponsibleIndividual, on));
        }
    }

    private static string? Latest(IEnumerable<OnboardingCheck> seen, OnboardingMatter matter, DateOnly on) =>
        seen.Where(c => c.Matter == matter && (c.Vacant || (c is { Satisfied: true, Named: not null } && !(c.ExpiresOn < on)))).MaxBy(c => c.SeenAt)?.Named;
}
