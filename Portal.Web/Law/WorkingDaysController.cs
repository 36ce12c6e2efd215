using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>The last of so many UK-wide working days.</summary>
public sealed record WorkingDaysAnswer(DateOnly From, int Days, DateOnly LastDay);

/// <summary>GET /api/v1/calendar/working-days: counts working days as section 123 does (A5-06).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/calendar/working-days")]
public sealed class WorkingDaysController : PortalApi
{
    [HttpGet]
    public WorkingDaysAnswer Count(string? from, string? days)
    {
        InputErrors input = new();
        DateOnly start = input.Date("from", from);
        int counted = input.WholeNumber("days", days, 1, 10_000);
        input.ThrowIfAny();
        CalendarRange.MustHold("from", start);
        return InputRefused.Unless(() => new WorkingDaysAnswer(start, counted, UkWorkingDays.Held.LastOf(start, counted)), "days");
    }
}
