using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The commissioner recommends the award.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/recommendation")]
public sealed class RecommendAwardController(PortalDb db, TimeProvider clock, RecommendAward act) : PageController
{
    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, AwardForm form, CancellationToken cancel) => Try(
        act: () => act.Execute(Actor, new AwardRef(tenderRef, part), form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The recommendation waits for a decision by somebody with delegated authority.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Award", await AwardPage.Read(db, clock, Actor, new AwardRef(tenderRef, part), form, cancel)));
}
