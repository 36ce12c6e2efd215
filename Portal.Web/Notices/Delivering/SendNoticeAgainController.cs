using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Delivering;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Delivering;

/// <summary>Sends a notice again that the national platform rejected.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/notices/{releaseId}/send-again")]
public sealed class SendNoticeAgainController(PortalDb db, SendNoticeAgain send) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string releaseId, CancellationToken cancel) =>
        View(await Page(tenderRef, releaseId, new SendNoticeAgainForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string releaseId, SendNoticeAgainForm form, CancellationToken cancel) => Try(
        act: () => send.Execute(Actor, tenderRef, releaseId, form.Reason!, cancel),
        then: () =>
        {
            Tell("The notice is on its way to the national platform again.");
            return Redirect($"/tenders/{tenderRef}/notices/{releaseId}");
        },
        again: async () => View(await Page(tenderRef, releaseId, form, cancel)));

    private async Task<SendNoticeAgainPage> Page(string tenderRef, string releaseId, SendNoticeAgainForm form, CancellationToken cancel)
    {
        NoticePage notice = await NoticePage.Read(db, tenderRef, releaseId, cancel);
        return notice.Buyer == Actor.Organisation ? new SendNoticeAgainPage(notice, form) : throw new NotFound($"Notice {releaseId}");
    }
}

/// <summary>The page.</summary>
public sealed record SendNoticeAgainPage(NoticePage Notice, SendNoticeAgainForm Form);

/// <summary>What was settled.</summary>
public sealed record SendNoticeAgainForm
{
    [Display(Name = "What was settled"), Required(ErrorMessage = "Enter what was settled with the national platform")]
    public string? Reason { get; init; }
}
