using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Pictures;
using Portal.Workflows.Procedures;

namespace Portal.Web.Workflows;

/// <summary>The procedure that a published tender follows: the picture, and the same as a list with what is done and what waits.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/procedure")]
public sealed class ProcedureController(PortalDb db, ProcedureShelf shelf) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        ProcedureList list = await Read(tender, cancel);
        return View(new ProcedurePage(tender.Ref, tender.Title, list, BpmnXml.Sha256(list.Definition)));
    }

    [HttpGet("picture.bpmn")]
    public async Task<IActionResult> Picture(string tenderRef, CancellationToken cancel)
    {
        ProcedureList list = await Read(await db.LoadPublishedTender(tenderRef, cancel), cancel);
        return File(Encoding.UTF8.GetBytes(BpmnXml.Export(list.Definition)), MediaTypeNames.Application.Xml, $"{list.Definition.Name}-{tenderRef}.bpmn");
    }

    private Task<ProcedureList> Read(Tender tender, CancellationToken cancel) => ProcedureList.Of(
        db, shelf, tender.Plan is null ? OpenFrameworkTender.Definition.Name : CompetitiveFlexibleSpecialist.Definition.Name, tender.Subject, cancel);
}

/// <summary>The page: the tender, its procedure's lines, and the hash that the log holds since publication.</summary>
public sealed record ProcedurePage(string Ref, string Title, ProcedureList List, string Sha256)
{
    /// <summary>The page of what follows the procedure.</summary>
    public string Home { get; init; } = $"/tenders/{Ref}";

    public (string Text, string Href) Above { get; init; } = ("Tenders", "/tenders");
}
