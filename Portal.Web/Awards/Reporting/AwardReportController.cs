using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation.Checking;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Awards.Reporting;

/// <summary>The report for whoever decides the award: what is proposed and why, from the locked records, as a page and as a PDF.</summary>
[Authorize(Policies.Buyers)]
[Route("/tenders/{tenderRef}/award/report")]
public sealed class AwardReportController(PortalDb db, CheckEqualTreatment check) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) =>
        View(await AwardReportPage.Read(db, check, Actor, new AwardRef(tenderRef, part), cancel));

    [HttpGet("/tenders/{tenderRef}/award/report.pdf")]
    public async Task<IActionResult> Print(string tenderRef, int part, CancellationToken cancel) =>
        new PdfResult("/Awards/Reporting/AwardReportLetter.cshtml", await AwardReportPage.Read(db, check, Actor, new AwardRef(tenderRef, part), cancel), $"award-report-{tenderRef}.pdf");
}
