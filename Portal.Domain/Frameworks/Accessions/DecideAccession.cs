using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead approves or refuses an application to join, with the reason, and the authority is told.</summary>
public sealed class DecideAccession(PortalDb db, TimeProvider clock)
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

        string next = approve ? "Next, both sides sign the deed; the framework’s lead records it with the day from which you may call off." : "You may apply again when the reason has gone.";
        db.Add(Message.ToOrganisation(accession.Authority, Role.Commissioner, $"Your application to join {reference} is {(approve ? "approved" : "refused")}", $"{reason.Trim()} {next}", $"/frameworks/{Uri.EscapeDataString(reference)}/accessions/{id.Value}", clock.GetUtcNow(), $"accession/{id.Value}/decided"));
        await db.Save(actor, stop);
    }
}
