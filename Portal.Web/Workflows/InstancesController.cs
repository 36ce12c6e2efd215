using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Web.Furniture;
using Portal.Workflows.Engine;

namespace Portal.Web.Workflows;

/// <summary>Every procedure that runs or ran: search, state, waiting for what, since when, due when; and how many things failed.</summary>
[Authorize(Policies.Administrators)]
[Route("/workflows")]
public sealed class InstancesController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, InstanceState? state, string? after, CancellationToken cancel) =>
        View(await InstancesPage.Read(db, q, state, after, cancel));
}
