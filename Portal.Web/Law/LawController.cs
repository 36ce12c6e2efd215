using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Law;

/// <summary>The rule sets that the portal holds, for everybody: what each says, with the rule id and the section.</summary>
[AllowAnonymous]
[Route("/law")]
public sealed class LawController : PageController
{
    [HttpGet]
    public IActionResult Index() => View("Law", RuleSet.Held);

    /// <param name="version">Has a stroke in it: <c>light-touch/2025-02-24</c>.</param>
    [HttpGet("{*version}")]
    public IActionResult Show(string version)
    {
        RuleSet rules = RuleSet.Named(version);
        return View("RuleSet", new RuleSetPage(rules, LawLine.Of(rules)));
    }
}

/// <summary>One rule set with its lines.</summary>
public sealed record RuleSetPage(RuleSet Rules, IReadOnlyList<LawLine> Lines);

/// <summary>Addresses of the law room's pages.</summary>
public static class LawLinks
{
    public static string Of(string version) => $"/law/{version}";
}
