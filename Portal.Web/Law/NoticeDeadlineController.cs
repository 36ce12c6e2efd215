using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Web.Law;

/// <summary>The last day for a duty to publish.</summary>
public sealed record NoticeDeadlineAnswer(DateOnly LastDay);

/// <summary>GET /api/v1/calendar/notice-deadline: UK7 and the contract's copy from entry, UK11 from the end (A11-01, A11-02, A11-10).</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("api/v1/calendar/notice-deadline")]
public sealed class NoticeDeadlineController : PortalApi
{
    private static readonly Dictionary<string, DatedDuty> Notices = new(StringComparer.Ordinal)
    {
        ["UK7"] = DatedDuty.ContractDetails,
        ["contractCopy"] = DatedDuty.ContractCopy,
        ["UK11"] = DatedDuty.ContractTermination,
    };

    private static readonly Dictionary<string, Regime> Regimes = new(StringComparer.Ordinal)
    {
        ["lightTouch"] = Regime.LightTouch,
        ["full"] = Regime.Full,
    };

    [HttpGet]
    public NoticeDeadlineAnswer Count(string? entered, string? notice, string? regime)
    {
        InputErrors input = new();
        DateOnly firstDay = input.Date("entered", entered);
        DatedDuty duty = input.Word("notice", notice, Notices);

        // UK11 is the same under both regimes, so its caller may leave the regime out.
        Regime rules = duty == DatedDuty.ContractTermination && string.IsNullOrEmpty(regime) ? Regime.Full : input.Word("regime", regime, Regimes);
        input.ThrowIfAny();
        CalendarRange.MustHold("entered", firstDay);
        DateOnly lastDay = RuleSet.Latest(rules).LastDayFor(duty, firstDay) ?? throw new InputRefused("notice", "This regime sets no number of days.");
        return new NoticeDeadlineAnswer(lastDay);
    }
}
