using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Evaluation.Trying;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Evaluation.Trying;

/// <summary>The worked example of a lot's method (C2-01): public with the tender, and for those who draft it before.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}/lots/{lot}/worked-example")]
public sealed class WorkedExampleController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => View(await Read(tenderRef, lot, cancel));

    [HttpGet("/tenders/{tenderRef}/lots/{lot}/worked-example.pdf")]
    public async Task<IActionResult> AsPdf(string tenderRef, string lot, CancellationToken cancel) =>
        new PdfResult("/Evaluation/Trying/WorkedExampleLetter.cshtml", await Read(tenderRef, lot, cancel), $"worked-example-{tenderRef}-lot-{lot}.pdf");

    private async Task<WorkedExamplePage> Read(string tenderRef, string lotNumber, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToRead(KnownActor, tenderRef, cancel);
        Lot lot = tender.LotNumbered(lotNumber);
        return new WorkedExamplePage(tender.Ref, tender.Title, tender.IsPublished, lot, WorkedExample.Of(PublishedMethod.Of(lot)));
    }
}

/// <summary>The page.</summary>
public sealed record WorkedExamplePage(string Ref, string Title, bool IsPublished, Lot Lot, WorkedExample Example);
