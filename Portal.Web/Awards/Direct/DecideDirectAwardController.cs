using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Awards.Signing;
using Portal.Web.Awards.Signing;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>A person with delegated authority decides a direct award, and signs it last.</summary>
[Authorize(Policies.GateApprovers)]
[Route("/direct-awards/{tenderRef}")]
public sealed class DecideDirectAwardController(PortalDb db, TimeProvider clock, DecideDirectAward decide, SignContract sign, PrintAgreements print, SignatureDesk desk) : PageController
{
    [HttpPost("decision")]
    public Task<IActionResult> Decide(string tenderRef, AwardForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await decide.Execute(Actor, tenderRef, form.Reason ?? "", cancel);
            await print.Execute(Actor, tenderRef, cancel);
        },
        then: () =>
        {
            Tell("The direct award is decided.");
            return Redirect(DirectAwardLinks.Page(tenderRef));
        },
        again: () => Again(tenderRef, form, cancel));

    [HttpPost("signature")]
    public Task<IActionResult> Sign(string tenderRef, AwardForm form, CancellationToken cancel) => Try(
        act: async () => await sign.Execute(Actor, tenderRef, await desk.Take(User, form), cancel),
        then: () =>
        {
            Tell("The contract is signed.");
            return Redirect(DirectAwardLinks.Page(tenderRef));
        },
        again: () => Again(tenderRef, form, cancel));

    private async Task<IActionResult> Again(string tenderRef, AwardForm form, CancellationToken cancel) =>
        View("DirectAward", await DirectAwardPage.Read(db, clock, Actor, tenderRef, form, cancel));
}
