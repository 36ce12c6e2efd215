using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>A whole evaluation from inline facts: what a commissioner tries before publication.</summary>
[AllowAnonymous]
[ApiController]
[Route("api/v1/evaluation/simulations")]
public sealed class SimulateEvaluationController : Calculator
{
    [HttpPost]
    [RequestSizeLimit(LargestBody)]
    [ProducesResponseType<SimulationAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status422UnprocessableEntity)]
    public Task<IActionResult> Simulate(CancellationToken cancellation) => Answer(Simulate, cancellation);

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
