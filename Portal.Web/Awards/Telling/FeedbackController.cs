using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Telling;

/// <summary>A request for a feedback meeting, answered by the commissioner.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/feedback/{id}")]
public sealed class FeedbackController(PortalDb db, AnswerFeedback reply) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, FeedbackRequestId id, CancellationToken cancel) => View(await Read(tenderRef, id, new FeedbackForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, FeedbackRequestId id, FeedbackForm form, CancellationToken cancel) => Try(
        act: () => reply.Execute(Actor, tenderRef, id, form.Answer ?? "", cancel),
        then: () =>
        {
            Tell("The bidder has your answer.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(await Read(tenderRef, id, form, cancel)));

    private async Task<FeedbackPage> Read(string tenderRef, FeedbackRequestId id, FeedbackForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        FeedbackRequest request = await db.FeedbackRequests.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.Tender == tender.Id, cancel) ?? throw new NotFound("That request");
        return new FeedbackPage(tender.Ref, tender.Title, request, form);
    }
}

/// <summary>The page.</summary>
public sealed record FeedbackPage(string Ref, string Title, FeedbackRequest Request, FeedbackForm Form);

/// <summary>The wish or the answer.</summary>
public sealed record FeedbackForm
{
    public string? Wish { get; init; }

    public string? Answer { get; init; }
}
