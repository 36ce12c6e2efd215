using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>Tonight's vacancies of every home, said in ten seconds on a phone.</summary>
[Authorize(Policies.Providers)]
[Route(OrganisationLinks.Homes)]
public sealed class HomesController(StateVacancies state, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await HomeRow.Of(db, Actor.Organisation, cancel));

    [HttpPost("{urn}")]
    public Task<IActionResult> Post(string urn, int occupied, CancellationToken cancel) => Try(
        act: () => state.Execute(Actor, urn, occupied, cancel),
        then: () =>
        {
            Tell("Saved. Placement officers see it now.");
            return Redirect(OrganisationLinks.Homes + "#" + urn);
        },
        again: async () => View("Homes", await HomeRow.Of(db, Actor.Organisation, cancel)));
}
