using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records an authority that the notice named as a user and that signed with it: it may call off from the first day of the term, and is told.</summary>
public sealed class RecordNamedUser(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string authorityCode, string deed, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        Organisation authority = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == authorityCode && o.Kind == OrganisationKind.Authority, stop)
            ?? throw new RuleBroken("AUTHORITY_UNKNOWN", "Choose an authority from the list.", field: "Authority");
        if (await db.Accessions.AnyAsync(a => a.Framework == framework.Id && a.Authority == authority.Id && a.Stage != AccessionStage.Refused && a.Stage != AccessionStage.Withdrawn, stop))
        {
            throw new RuleBroken("ACCESSION_TWICE", $"{authority.Name} has joined {reference} or applied to it already.", field: "Authority");
        }

        DateTimeOffset now = clock.GetUtcNow();
        var accession = Accession.OfNamedUser(framework, authority.Id, deed, now);
        db.Add(accession);
        db.Add(Message.ToOrganisation(authority.Id, Role.Commissioner, $"Your authority is recorded as a user of {reference}", $"The notice named it, and it signed with the lead. It may call off from {LondonTime.Day(framework.StartsOn)}.", $"/frameworks/{Uri.EscapeDataString(reference)}", now, $"accession/{accession.Id.Value}/named"));
        await db.Save(actor, stop);
    }
}
