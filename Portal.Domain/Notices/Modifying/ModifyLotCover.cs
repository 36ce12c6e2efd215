using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;

namespace Portal.Domain.Notices.Modifying;

/// <summary>The framework's lead records that the parties modified whom a lot is for; the rules of its tender and its published change notices say whether that is permitted, and its members and authorities are told.</summary>
public sealed class ModifyLotCover(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, LotCover cover, (string Reason, string Agreed) said, CancellationToken cancel = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Framework framework = await db.LoadFrameworkToManage(actor, reference, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        PreparedNotice? notice = PublishedChanges.For(framework.Lot(lotNumber), await db.ChangesOf(framework, cancel), LondonTime.DateOf(now));
        CoverChange change = framework.ModifyCover(actor, lotNumber, cover, new CoverModification(said.Reason, said.Agreed, await db.RegimeOf(framework, cancel), notice?.ReleaseId), now);
        await Tell(framework, lotNumber, change, cancel);
        await db.Save(actor, cancel);
    }

    private async Task Tell(Framework framework, string lotNumber, CoverChange change, CancellationToken cancel)
    {
        string subject = $"Lot {lotNumber} of {framework.Ref} is for others than its notice said";
        string body = $"Before: {change.Before.ForWhom}. From now on: {change.After.ForWhom}. Why: {change.Reason} Agreed by: {change.Agreed}. Recorded by {change.ByName}.";
        string link = $"/frameworks/{Uri.EscapeDataString(framework.Ref)}";
        List<OrganisationId> members = await db.Admissions.Where(a => a.Framework == framework.Id && a.Status != AdmissionStatus.Left).Select(a => a.Provider).Distinct().ToListAsync(cancel);
        List<OrganisationId> users = await db.BoardOf(framework.Id, LondonTime.DateOf(change.At), cancel);
        string key = $"framework/{framework.Ref}/lot/{lotNumber}/cover/{change.At.UtcTicks}";
        db.AddRange(members.Select(m => Message.ToOrganisation(m, Role.ProviderBidder, subject, body, link, change.At, $"{key}/{m.Value}")));
        db.AddRange(users.Select(u => Message.ToOrganisation(u, Role.Commissioner, subject, body, link, change.At, $"{key}/{u.Value}")));
    }
}
