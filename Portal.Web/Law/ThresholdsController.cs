using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>The threshold in force for a procurement, VAT included.</summary>
public sealed record ThresholdAnswer(Money Amount, bool IncludesVat, DateOnly From);

/// <summary>GET /api/v1/thresholds: by the day the procurement commenced, the kind of authority and what is bought (A1-03 to A1-05).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/thresholds")]
public sealed class ThresholdsController : PortalApi
{
    private static readonly Dictionary<string, AuthorityKind> Authorities = Api.Words.Of<AuthorityKind>();
    private static readonly Dictionary<string, PurchaseKind> Kinds = Api.Words.Of<PurchaseKind>();

    [HttpGet]
    public ThresholdAnswer Find(string? commenced, string? authority, string? kind)
    {
        InputErrors input = new();
        DateOnly day = input.Date("commenced", commenced);
        AuthorityKind buyer = input.Word("authority", authority, Authorities);
        PurchaseKind bought = input.Word("kind", kind, Kinds);
        input.ThrowIfAny();
        Threshold threshold = InputRefused.Unless(() => Threshold.On(day, buyer, bought), "commenced");
        return new ThresholdAnswer(threshold.Amount, true, threshold.From);
    }
}
