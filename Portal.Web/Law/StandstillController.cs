using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>The standstill of a contract award notice published on a day.</summary>
public sealed record StandstillAnswer(DateOnly Published, DateOnly LastDay, DateOnly EarliestSigning);

/// <summary>GET /api/v1/calendar/standstill: eight working days beginning with publication (A10-07).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/calendar/standstill")]
public sealed class StandstillController : PortalApi
{
    [HttpGet]
    public StandstillAnswer Count(string? published)
    {
        InputErrors input = new();
        DateOnly day = input.Date("published", published);
        input.ThrowIfAny();
        StandstillPeriod period = InputRefused.Unless(() => StandstillPeriod.Beginning(day, UkWorkingDays.Held), "published");
        return new StandstillAnswer(day, period.LastDay, period.EarliestSigning);
    }
}
