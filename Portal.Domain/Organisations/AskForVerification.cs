using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Once a provider's first user has shown that the address is theirs, the co-operatives' administrators are asked to verify, once: who registers strangers' addresses writes to nobody.</summary>
public sealed class AskForVerification(PortalDb db, TimeProvider clock)
{
    public async Task Execute(PersonId person, CancellationToken cancellation = default)
    {
        List<Organisation> waiting = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Provider && o.VerifiedAt == null && db.Set<Membership>().Any(m => m.Person == person && m.Organisation == o.Id)).ToListAsync(cancellation);
        foreach (Organisation provider in waiting)
        {
            await Tell(provider, cancellation);
        }

        await db.Save(Actor.Portal, cancellation);
    }

    // The first to look does it for all.
    private async Task Tell(Organisation provider, CancellationToken cancellation)
    {
        List<Organisation> verifiers = await db.Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative).ToListAsync(cancellation);
        foreach (Organisation verifier in verifiers)
        {
            string key = $"verify/{provider.Code}/{verifier.Code}";
            if (!await db.Messages.AnyAsync(m => m.Key == key, cancellation))
            {
                db.Add(Message.ToOrganisation(
                    verifier.Id, Role.Administrator, $"Verify a new provider: {provider.Name}", "Check that the person who registered may act for the company, then verify or refuse.", $"/organisations/{provider.Code}/verify", clock.GetUtcNow(), key));
            }
        }
    }
}
