using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>The shortest tendering period and the first day on which it may end.</summary>
public sealed record TenderPeriodAnswer(int MinimumDays, DateOnly EarliestDeadline);

/// <summary>GET /api/v1/calendar/tender-period: section 54's minima, counted from the day after the notice (A5-03, A5-05).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/calendar/tender-period")]
public sealed class TenderPeriodController : PortalApi
{
    private static readonly Dictionary<string, TenderPeriodBasis> Bases = Api.Words.Of<TenderPeriodBasis>();

    [HttpGet]
    public TenderPeriodAnswer Count(string? from, string? basis)
    {
        InputErrors input = new();
        DateOnly noticeDay = input.Date("from", from);
        TenderPeriodBasis chosen = input.Word("basis", basis, Bases);
        input.ThrowIfAny();
        CalendarRange.MustHold("from", noticeDay);
        TenderPeriod period = TenderPeriod.From(noticeDay, chosen);
        return new TenderPeriodAnswer(period.MinimumDays, period.EarliestDeadline);
    }
}
