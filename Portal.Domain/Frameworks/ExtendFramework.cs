using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead uses an extension that its notice allowed; members and the authorities that joined are told.</summary>
public sealed class ExtendFramework(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, DateOnly to, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        framework.Extend(to, reason);
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        List<OrganisationId> members = await db.Admissions.Where(a => a.Framework == framework.Id && a.Status != AdmissionStatus.Left).Select(a => a.Provider).Distinct().ToListAsync(stop);
        List<OrganisationId> users = await db.Accessions.Where(a => a.Framework == framework.Id).InForceOn(today).Select(a => a.Authority).Distinct().ToListAsync(stop);
        foreach ((OrganisationId organisation, Role role) in members.Select(m => (m, Role.ProviderBidder)).Concat(users.Where(u => u != actor.Organisation).Select(u => (u, Role.Commissioner))))
        {
            db.Add(Message.ToOrganisation(organisation, role, $"Framework {reference} now runs to {LondonTime.Day(to)}", "Its lead has used an extension that the notice allowed. Prices and terms stay as they are.", $"/frameworks/{Uri.EscapeDataString(reference)}", now));
        }

        await db.Save(actor, stop);
    }
}
