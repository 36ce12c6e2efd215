using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Law;
using Portal.Web.Api;
using Portal.Web.Evaluation.Calculators;

namespace Portal.Web.Gate;

/// <summary>POST /api/v1/gate/simulations: the gate's answer to facts given inline; nothing is stored.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/gate/simulations")]
public sealed class SimulateGateController(PortalDb db) : PortalApi
{
    private const int MostBytes = 1024 * 1024;

    [HttpPost]
    [ProducesResponseType<GateAnswer>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Simulate(CancellationToken cancel)
    {
        using JsonDocument body = await JsonBody.Read(Request, MostBytes, cancel);
        Facts facts = GateAnswers.Read(() => FactsReader.Read(body.RootElement));
        GateRules rules = await db.GateRulesOn(LondonTime.DateOf(facts.At), cancel);
        return GateAnswers.Of(DecisionTable.Decide(facts, rules));
    }
}
