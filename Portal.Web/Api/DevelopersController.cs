using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Api;

/// <summary>What a developer needs to know, with the address of this portal already in the examples.</summary>
public sealed record DevelopersPage(string Address);

/// <summary>GET /developers: how to get a token, what may be called, what comes back when it is refused.</summary>
[AllowAnonymous]
[Route("/developers")]
public sealed class DevelopersController : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new DevelopersPage($"{Request.Scheme}://{Request.Host}"));
}
