using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Records the signed deed of accession and the day from which the authority may call off.</summary>
public sealed class SignAccessionDeed(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, AccessionId id, string deed, DateOnly effectiveFrom, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        Accession accession = await db.Accessions.SingleOrDefaultAsync(a => a.Id == id && a.Framework == framework.Id, stop) ?? throw new NotFound("That application");
        accession.SignDeed(deed, effectiveFrom, framework);
        db.Add(Message.ToOrganisation(accession.Authority, Role.Commissioner, $"You have joined {reference}", $"The deed is recorded. Your authority may call off from {LondonTime.Day(effectiveFrom)}.", $"/frameworks/{Uri.EscapeDataString(reference)}", clock.GetUtcNow(), $"accession/{id.Value}/deed"));
        await db.Save(actor, stop);
    }
}
