using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Workflows;

/// <summary>Every procedure that runs or ran: search, state, waiting for what, since when, due when; and how many things failed.</summary>
[Authorize(Policies.PortalOperators)]
[Route("/workflows")]
public sealed class InstancesController(PortalDb db, ProcedureShelf shelf, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, InstanceState? state, bool overdue, string? after, CancellationToken cancel) =>
        View(await InstancesPage.Read(db, shelf, new InstanceSearch(q?.Trim(), state, overdue, clock.GetUtcNow()), after, cancel));
}
