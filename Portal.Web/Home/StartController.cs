using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>The public start page.</summary>
[AllowAnonymous]
[Route("/")]
public sealed class StartController : PageController
{
    [HttpGet]
    public IActionResult Show() => View();
}
