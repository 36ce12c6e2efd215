using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>GET /tenders/{ref}/dates.ics: the timetable for a calendar.</summary>
[AllowAnonymous]
[ApiExplorerSettings(IgnoreApi = false)]
[Route("/tenders/{tenderRef}/dates.ics")]
public sealed class TenderDatesController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, cancel);
        IReadOnlyList<Award> awards = await db.AwardsOf(tender.Id, cancel);
        IReadOnlyList<AwardStandstill> standstills = [.. AwardStandstill.Of(tender, awards), .. await db.WithdrawnStandstills(tender, awards, cancel)];
        string calendar = CalendarText.Of(tender, $"{Request.Scheme}://{Request.Host}{TenderLinks.Page(tender.Ref)}", standstills);
        return File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", $"{tender.Ref}.ics");
    }
}
