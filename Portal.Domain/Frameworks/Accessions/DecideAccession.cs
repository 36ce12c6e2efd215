using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead approves or refuses an application to join, with the reason.</summary>
public sealed class DecideAccession(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, AccessionId id, bool approve, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        Accession accession = await db.Accessions.SingleOrDefaultAsync(a => a.Id == id && a.Framework == framework.Id, stop) ?? throw new NotFound("That application");
        if (approve)
        {
            accession.Approve(actor.Person, reason);
        }
        else
        {
            accession.Refuse(actor.Person, reason);
        }

        await db.Save(actor, stop);
    }
}
