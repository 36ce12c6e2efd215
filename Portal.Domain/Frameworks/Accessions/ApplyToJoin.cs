using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>An authority applies to join a framework.</summary>
public sealed class ApplyToJoin(PortalDb db, TimeProvider clock)
{
    public async Task<AccessionId> Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner);
        Framework framework = await db.LoadFramework(reference, stop);
        if (!await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && o.Kind == OrganisationKind.Authority, stop))
        {
            throw new NotAllowed("Only an authority joins a framework.");
        }

        if (await db.Accessions.AnyAsync(a => a.Framework == framework.Id && a.Authority == actor.Organisation && a.Stage != AccessionStage.Refused && a.Stage != AccessionStage.Withdrawn, stop))
        {
            throw new RuleBroken("ACCESSION_TWICE", $"{actor.OrganisationName} has joined {reference} or applied to it already.");
        }

        Accession accession = Accession.Apply(framework, actor.Organisation, actor.Person, reason, clock.GetUtcNow());
        db.Add(accession);
        await db.Save(actor, stop);
        return accession.Id;
    }
}
