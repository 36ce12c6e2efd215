using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The decision table as it stands, with facts to try; the rows that hold are marked and nothing is stored.</summary>
[AllowAnonymous]
[Route("/gate/try")]
public sealed class TryRulesController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show([FromQuery] TryRulesForm form, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        GateRules rules = await db.GateRulesOn(LondonTime.DateOf(now), cancel);
        GateAnswer? answer = ModelState.IsValid ? DecisionTable.Decide(form.ToFacts(now), rules) : null;
        return View(new TryRulesPage(form, answer, rules));
    }
}

/// <summary>The table, what was tried and the answer.</summary>
public sealed record TryRulesPage(TryRulesForm Form, GateAnswer? Answer, GateRules Rules)
{
    public bool Holds(Row row) => Answer?.Reasons.Any(r => r.Rule == row.Rule) == true;

    public bool Decides(Row row) => Answer?.Reasons[0].Rule == row.Rule;
}
