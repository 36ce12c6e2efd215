using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Notices.Preparing;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>One direct award: the limbs of its ground, what blocks it, its steps in the order of the law, and the next one.</summary>
[Authorize(Policies.Buyers)]
[Route("/direct-awards/{tenderRef}")]
public sealed class DirectAwardController(PortalDb db, TimeProvider clock, PutForwardDirectAward forward, PublishAwardNotice publish, GiveUpDirectAward giveUp) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await DirectAwardPage.Read(db, clock, Actor, tenderRef, new AwardForm(), cancel));

    [HttpPost("forward")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Forward(string tenderRef, CancellationToken cancel) =>
        Act(tenderRef, new AwardForm(), () => forward.Execute(Actor, tenderRef, cancel), "The direct award is put forward. It now waits for the decision.", cancel);

    [HttpPost("notice")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Notice(string tenderRef, AwardForm form, CancellationToken cancel) =>
        Act(tenderRef, form, () => publish.Execute(Actor, tenderRef, new ContractDates(form.StartsOn, form.EndsOn), cancel), "The award notice (UK6) is published.", cancel);

    [HttpPost("give-up")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> GiveUp(string tenderRef, AwardForm form, CancellationToken cancel) =>
        Act(tenderRef, form, () => giveUp.Execute(Actor, tenderRef, form.Reason ?? "", cancel), "The direct award is given up. The procurement stays as it was.", cancel);

    private Task<IActionResult> Act(string tenderRef, AwardForm form, Func<Task> act, string done, CancellationToken cancel) => Try(
        act: act,
        then: () =>
        {
            Tell(done);
            return Redirect(DirectAwardLinks.Page(tenderRef));
        },
        again: async () => View("DirectAward", await DirectAwardPage.Read(db, clock, Actor, tenderRef, form, cancel)));
}
