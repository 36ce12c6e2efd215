using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>POST /api/v1/evaluation/simulations: a whole evaluation from inline facts, as a commissioner tries it before publication (C2-03).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/evaluation/simulations")]
public sealed class SimulateEvaluationController : Calculator
{
    [HttpPost]
    public Task<SimulationAnswer> Simulate(CancellationToken cancellation) => Answer(Simulate, cancellation);

    private static SimulationAnswer? Simulate(JsonShape shape)
    {
        IReadOnlyList<SimulatedLot> lots = SimulationForm.Read(shape);
        return shape.Errors.Any ? null : new SimulationAnswer([.. lots.Select(Evaluate)]);
    }

    private static SimulatedLotAnswer Evaluate(SimulatedLot lot)
    {
        try
        {
            return SimulatedLotAnswer.Of(lot.Methodology, LotEvaluation.Evaluate(lot.Methodology, lot.Bids));
        }
        catch (RuleBroken undefined)
        {
            throw new RuleBroken([.. undefined.Reasons.Select(r => r with { Field = $"{lot.Path}.{r.Field}" })]);
        }
    }
}
