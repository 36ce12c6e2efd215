using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>Every part of the portal that the actor's roles open.</summary>
[Authorize(Policies.SignedIn)]
[Route(Menu.MorePage)]
public sealed class MoreController(Menu menu) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(menu.All(Actor));
}
