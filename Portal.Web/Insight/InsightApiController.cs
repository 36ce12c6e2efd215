using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Insight;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Insight;

/// <summary>One authority's figures as the API answers them.</summary>
public sealed record InsightAnswer(string Authority, string Region, int CallOffs, int OffFramework, decimal? OffFrameworkRate, Money Value, Money OffFrameworkValue, int Decisions, int Overrides, decimal? OverrideRate, int Emergencies, int Blocks, int Gaps);

/// <summary>GET /api/v1/insight/authorities: the figures of every authority in the client's scope.</summary>
[Authorize(Policy = ScopePolicy.Insight)]
[Route("api/v1/insight/authorities")]
public sealed class InsightApiController(PortalDb db, TimeProvider clock) : PortalApi
{
    private const int Usual = 365;

    [HttpGet]
    [ProducesResponseType<IReadOnlyList<InsightAnswer>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Show(string? from, string? to, CancellationToken cancel)
    {
        InputErrors errors = new();
        DateOnly? first = Day(from, "from", errors);
        DateOnly last = Day(to, "to", errors) ?? LondonTime.DateOf(clock.GetUtcNow());
        if (first > last)
        {
            errors.Add("from", "This must not lie after to.");
        }

        errors.ThrowIfAny();
        InsightScope scope = await InsightScope.Of(db, Caller, first ?? last.AddDays(-Usual), last, cancel);
        IReadOnlyList<AuthorityFigures> figures = await db.AuthorityFigures(scope, cancel);
        return Ok(figures.Select(f => new InsightAnswer(
            f.Name, f.Region, f.CallOffs, f.OffFramework, f.OffFrameworkRate, f.Value, f.OffFrameworkValue, f.Decisions, f.Overrides, f.OverrideRate, f.Emergencies, f.Blocks, f.Gaps)));
    }

    private static DateOnly? Day(string? typed, string name, InputErrors errors)
    {
        if (typed is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        errors.Add(name, "Write a date as 2026-11-23.");
        return null;
    }
}
