using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Pictures;

namespace Portal.Web.Awards.Direct;

/// <summary>The procedure that a direct award follows: the picture, and the same as a list with what is done and what waits.</summary>
[Authorize(Policies.Buyers)]
[Route("/direct-awards/{tenderRef}/procedure")]
public sealed class DirectProcedureController(PortalDb db, ProcedureShelf shelf) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        (Tender tender, ProcedureList list) = await Read(tenderRef, cancel);
        return View("/Workflows/Procedure.cshtml", new ProcedurePage(tender.Ref, tender.Title, list, BpmnXml.Sha256(list.Definition)) { Home = DirectAwardLinks.Page(tender.Ref), Above = ("Direct awards", DirectAwardLinks.List) });
    }

    [HttpGet("picture.bpmn")]
    public async Task<IActionResult> Picture(string tenderRef, CancellationToken cancel)
    {
        (_, ProcedureList list) = await Read(tenderRef, cancel);
        return File(Encoding.UTF8.GetBytes(BpmnXml.Export(list.Definition)), MediaTypeNames.Application.Xml, $"{list.Definition.Name}-{tenderRef}.bpmn");
    }

    private async Task<(Tender Tender, ProcedureList List)> Read(string tenderRef, CancellationToken cancel)
    {
        (Tender tender, _) = await db.LoadDirectAward(Actor, tenderRef, cancel);
        return (tender, await ProcedureList.Of(db, shelf, Portal.Workflows.Procedures.DirectAward.Definition.Name, tender.Subject, cancel));
    }
}
