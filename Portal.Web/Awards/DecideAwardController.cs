using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>A person with delegated authority decides the award.</summary>
[Authorize(Policies.GateApprovers)]
[Route("/tenders/{tenderRef}/award/decision")]
public sealed class DecideAwardController(PortalDb db, TimeProvider clock, DecideAward act) : PageController
{
    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, AwardForm form, CancellationToken cancel) => Try(
        act: () => act.Execute(Actor, new AwardRef(tenderRef, part), form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The award is decided. Next, every bidder is told at the same instant.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Award", await AwardPage.Read(db, clock, Actor, new AwardRef(tenderRef, part), form, cancel)));
}
