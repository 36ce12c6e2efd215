using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Web.Awards.Signing;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The authority signs last; the framework goes live.</summary>
[Authorize(Policies.GateApprovers)]
[Route("/tenders/{tenderRef}/award/signature")]
public sealed class SignContractController(PortalDb db, TimeProvider clock, SignContract act, SignatureDesk desk) : PageController
{
    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, AwardForm form, CancellationToken cancel) => Try(
        act: async () => await act.Execute(Actor, new AwardRef(tenderRef, part), await desk.Take(User, form), cancel),
        then: () =>
        {
            Tell("The agreement is signed by every party.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View("Award", await AwardPage.Read(db, clock, Actor, new AwardRef(tenderRef, part), form, cancel)));
}
