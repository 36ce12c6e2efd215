using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Evaluation.Pricing;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>POST /api/v1/evaluation/price-preview: price scores by the arithmetic that tenders are evaluated with (C1).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/evaluation/price-preview")]
public sealed class PreviewPricesController : Calculator
{
    [HttpPost]
    public Task<PricePreviewAnswer> Preview(CancellationToken cancellation) => Answer(Preview, cancellation);

    private static PricePreviewAnswer? Preview(JsonShape shape) =>
        PricePreviewForm.Read(shape) is { } form ? PricePreviewAnswer.Of(form, PriceScoring.Score(form.Rule, form.Bids)) : null;
}
