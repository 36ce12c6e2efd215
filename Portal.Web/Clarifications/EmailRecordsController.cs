using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Clarifications;

/// <summary>E-mails on record, for the buyer's commissioners and legal officers.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/questions/emails")]
public sealed class EmailRecordsController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        List<EmailRecord> emails = tender.Buyer == Actor.Organisation
            ? await db.EmailRecords.AsNoTracking().Where(e => e.Tender == tender.Id).OrderBy(e => e.SentAt).ToListAsync(cancel)
            : throw new NotAllowed($"Tender {tenderRef} is run by another organisation.");
        return View(new EmailRecordsPage(tender.Ref, tender.Title, Actor.Is(Role.Commissioner, Role.RccCommissioner), emails));
    }
}

/// <summary>The page.</summary>
public sealed record EmailRecordsPage(string Ref, string Title, bool MayImport, IReadOnlyList<EmailRecord> Emails);
