using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Evaluation.Pricing;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>Price scores for a method and some prices, by the arithmetic that tenders are evaluated with.</summary>
[AllowAnonymous]
[ApiController]
[Route("api/v1/evaluation/price-preview")]
public sealed class PreviewPricesController : Calculator
{
    [HttpPost]
    [RequestSizeLimit(LargestBody)]
    [ProducesResponseType<PricePreviewAnswer>(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest)]
    [ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status422UnprocessableEntity)]
    public Task<IActionResult> Preview(CancellationToken cancellation) => Answer(Preview, cancellation);

    private static PricePreviewAnswer? Preview(JsonShape shape) =>
        PricePreviewForm.Read(shape) is { } form ? PricePreviewAnswer.Of(form, PriceScoring.Score(form.Rule, form.Bids)) : null;
}
