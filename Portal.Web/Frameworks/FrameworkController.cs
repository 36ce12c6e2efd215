using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>One framework: lots, members, homes, value used, who joined, what comes next.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}")]
public sealed class FrameworkController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) =>
        View(await FrameworkPage.Read(db, Actor, frameworkRef, clock.GetUtcNow(), cancel));
}
