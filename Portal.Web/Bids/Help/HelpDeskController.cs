using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Help;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Help;

/// <summary>The buyer's side: requests for help with a tender, who waits, and the later deadline that an alarm proposes for all.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tender}/help-desk")]
public sealed class HelpDeskController(PortalDb db, AnswerHelp answer, ExtendAfterAlarm extend, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tender, CancellationToken cancel) => Page(tender, null, null, cancel);

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Answer(string tender, HelpRequestId id, string? answerText, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, tender, id, answerText ?? "", cancel),
        then: () => Done(tender, "Answered. The bidder is told at once."),
        again: () => Page(tender, id.Value, answerText, cancel));

    [HttpPost("{id:guid}/extend")]
    public Task<IActionResult> Extend(string tender, HelpRequestId id, CancellationToken cancel) => Try(
        act: () => extend.Execute(Actor, tender, id, cancel),
        then: () => Done(tender, "The deadline is later for everybody, and everybody is told."),
        again: () => Page(tender, null, null, cancel));

    private RedirectResult Done(string tender, string told)
    {
        Tell(told);
        return Redirect(BidLinks.HelpDesk(tender));
    }

    private async Task<IActionResult> Page(string reference, Guid? typedFor, string? typed, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, reference, cancel);
        List<HelpRequest> requests = await db.HelpRequests.AsNoTracking().Where(h => h.Tender == tender.Id).OrderBy(h => h.AnsweredAt != null).ThenBy(h => h.AskedAt).ToListAsync(cancel);
        return View("HelpDesk", new HelpDeskPage(tender.Ref, tender.Title, tender.ClosesAt, tender.TakesBids(clock.GetUtcNow()), requests, typedFor, typed));
    }
}

/// <summary>The page; the requests are read only.</summary>
public sealed record HelpDeskPage(string Ref, string Title, DateTimeOffset? ClosesAt, bool Open, IReadOnlyList<HelpRequest> Requests, Guid? TypedFor, string? Typed);
