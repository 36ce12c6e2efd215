using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.FromNotice;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>What a tender took from its notice, what it could not take, and the notice itself.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/draft/notice")]
public sealed class KeptNoticeController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        (Tender tender, KeptNotice notice) = await Load(tenderRef, cancel);
        return View(new KeptNoticePage(tender.Ref, tender.Title, notice.FileName, notice.Bytes, notice.Draft));
    }

    [HttpGet("file")]
    public async Task<IActionResult> File(string tenderRef, CancellationToken cancel)
    {
        (Tender tender, KeptNotice notice) = await Load(tenderRef, cancel);
        return File(notice.Unpack(), "application/octet-stream", $"{tender.Ref}-notice.json");
    }

    private async Task<(Tender Tender, KeptNotice Notice)> Load(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        KeptNotice notice = await db.KeptNotices.AsNoTracking().SingleOrDefaultAsync(n => n.Tender == tender.Id, cancel) ?? throw new NotFound("A notice of this tender");
        return (tender, notice);
    }
}

/// <summary>The page.</summary>
public sealed record KeptNoticePage(string Ref, string Title, string FileName, long Bytes, NoticeDraft Draft);
