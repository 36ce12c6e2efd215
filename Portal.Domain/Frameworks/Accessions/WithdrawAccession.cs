using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>An authority leaves a framework that it had joined: from the day after its last it calls off nothing new there; placements made before go on. Itself or the framework's lead records it.</summary>
public sealed class WithdrawAccession(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, AccessionId id, DateOnly lastDay, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFramework(reference, stop);
        Accession accession = await db.Accessions.SingleOrDefaultAsync(a => a.Id == id && a.Framework == framework.Id, stop) ?? throw new NotFound("That accession");
        if (accession.Authority != actor.Organisation)
        {
            framework.MustBeManagedBy(actor);
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (lastDay < LondonTime.DateOf(now))
        {
            throw new RuleBroken("LAST_DAY", "The last day cannot lie in the past: what was called off until today stays lawful.", "A8-11", "LastDay");
        }

        accession.Withdraw(lastDay, reason);
        string authority = await db.Organisations.Where(o => o.Id == accession.Authority).Select(o => o.Name).SingleAsync(stop);
        OrganisationId told = accession.Authority == actor.Organisation ? framework.Lead : accession.Authority;
        db.Add(Message.ToOrganisation(told, Role.Commissioner, $"{authority} leaves framework {reference}", $"Its last day is {LondonTime.Day(lastDay)}. {reason.Trim()}", $"/frameworks/{Uri.EscapeDataString(reference)}/accessions/{id.Value}", now, $"accession/{id.Value}/withdrawn"));
        await db.Save(actor, stop);
    }
}
