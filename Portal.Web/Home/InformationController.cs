using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>What this portal is, how accessible it is, and what it does with personal data.</summary>
[AllowAnonymous]
public sealed class InformationController : PageController
{
    [HttpGet("/about")]
    public IActionResult About() => View("About");

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View("Accessibility");

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View("Privacy");
}
