using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Bids.Uploads;
using Portal.Web.Furniture;
using Portal.Web.Mail;
using Portal.Web.Printing;
using Portal.Web.Start;

namespace Portal.Web.Organisations;

/// <summary>How the portal itself is: what works, mail that waits, the printer.</summary>
[Authorize(Policies.PortalOperators)]
[Route("/status")]
public sealed class StatusController(IEnumerable<IReadiness> checks, IPdfPrinter printer, ScannerWatch scanner, IMail mail, PortalDb db, PortalSettings settings) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        List<StatusLine> lines = [];
        foreach (IReadiness check in checks)
        {
            lines.Add(new StatusLine(GovWords.Title(check.Name), await check.WhatIsWrong(cancel)));
        }

        lines.Add(new StatusLine("PDF printer", printer.WhyNot));
        lines.Add(new StatusLine("Virus scanner", await scanner.WhyNot(cancel)));
        lines.Add(new StatusLine("Letters", mail is PickupMail ? "Letters are left in the folder mail beside the data, and reach nobody unless an agent collects them there: set Mail__Host." : null));
        int waiting = await db.Messages.CountAsync(m => m.MailDueAt != null, cancel);
        int givenUp = await db.Messages.CountAsync(m => m.MailDueAt == null && m.MailAttempts >= 10, cancel);
        return View(new StatusPage(lines, waiting, givenUp, settings.DatabaseProvider));
    }
}

/// <summary>The page.</summary>
public sealed record StatusPage(IReadOnlyList<StatusLine> Lines, int MailWaiting, int MailGivenUp, string Database);

/// <summary>One thing and what is wrong with it (null: nothing).</summary>
public sealed record StatusLine(string Name, string? Wrong);
