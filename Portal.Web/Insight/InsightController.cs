using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Insight;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Furniture;

namespace Portal.Web.Insight;

/// <summary>How the market works: off-framework buying, overrides, gaps, prices and framework value, for the nation, a region or an authority.</summary>
[Authorize(Policies.Buyers)]
[Route("/insight")]
public sealed class InsightController(PortalDb db, TimeProvider clock) : PageController
{
    // Days shown when nobody chooses: a year.
    private const int Usual = 365;

    [HttpGet]
    public async Task<IActionResult> Show(DateOnly? from, DateOnly? to, MapMeasure? map, CancellationToken cancel) =>
        View((await InsightPage.Read(db, await Scope(from, to, cancel), cancel)).Showing(map));

    [HttpGet("authorities.csv")]
    public async Task<IActionResult> Authorities(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        InsightScope scope = await Scope(from, to, cancel);
        return Csv.File(
            $"authorities-{scope.From:yyyy-MM-dd}-{scope.To:yyyy-MM-dd}.csv",
            ["authority", "region", "callOffs", "offFramework", "offFrameworkRate", "weeks", "offFrameworkWeeks", "value", "offFrameworkValue", "decisions", "overrides", "overrideRate", "emergencies", "blocks", "gaps"],
            (await db.AuthorityFigures(scope, cancel)).Select(f => new object?[]
            {
                f.Name, f.Region, f.CallOffs, f.OffFramework, f.OffFrameworkRate, f.Weeks, f.OffFrameworkWeeks, f.Value, f.OffFrameworkValue, f.Decisions, f.Overrides, f.OverrideRate, f.Emergencies, f.Blocks, f.Gaps,
            }));
    }

    [HttpGet("gaps.csv")]
    public async Task<IActionResult> Gaps(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        InsightScope scope = await Scope(from, to, cancel);
        return Csv.File(
            $"gaps-{scope.From:yyyy-MM-dd}-{scope.To:yyyy-MM-dd}.csv",
            ["serviceType", "needs", "authorities", "latest"],
            (await db.Gaps(scope, cancel)).Select(g => new object?[] { g.ServiceType, g.Count, g.Authorities, LondonTime.DateOf(g.Latest) }));
    }

    [HttpGet("prices.csv")]
    public async Task<IActionResult> Prices(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        InsightScope scope = await Scope(from, to, cancel);
        return Csv.File(
            $"prices-{scope.To:yyyy-MM-dd}.csv",
            ["serviceType", "unit", "homes", "median"],
            (await db.PriceMediansOn(scope.To, cancel)).Select(m => new object?[] { m.ServiceType, m.Unit, m.Homes, m.Median }));
    }

    private async Task<InsightScope> Scope(DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        DateOnly last = to ?? LondonTime.DateOf(clock.GetUtcNow());
        return await InsightScope.Of(db, Actor, from ?? last.AddDays(-Usual), last, cancel);
    }
}

/// <summary>The dashboard.</summary>
public sealed record InsightPage
{
    public required InsightScope Scope { get; init; }

    public required IReadOnlyList<AuthorityFigures> Authorities { get; init; }

    public required IReadOnlyList<GapFigures> Gaps { get; init; }

    public required IReadOnlyList<MedianRow> Prices { get; init; }

    public required PremiumFigures Premium { get; init; }

    public required IReadOnlyList<FrameworkUse> Frameworks { get; init; }

    [Display(Name = "From")]
    public DateOnly? From => Scope.From;

    [Display(Name = "To")]
    public DateOnly? To => Scope.To;

    [Display(Name = "On the map")]
    public MapMeasure Map { get; init; }

    /// <summary>With the map of what was asked for; of what there is something to see of where nobody asked.</summary>
    public InsightPage Showing(MapMeasure? map) => this with
    {
        Map = map is { } asked && Enum.IsDefined(asked) ? asked : OffFramework == 0 && Authorities.Any(a => a.Blocks > 0) ? MapMeasure.Blocked : MapMeasure.OffFramework,
    };

    /// <summary>What the map can show.</summary>
    public static IEnumerable<Choice> Measures =>
        [new("OffFramework", "Call-offs off framework"), new("Overrides", "Gate questions overridden"), new("Blocked", "Gate questions blocked"), new("Gaps", "Needs not covered")];

    public int CallOffs => Authorities.Sum(a => a.CallOffs);

    public int OffFramework => Authorities.Sum(a => a.OffFramework);

    public int Decisions => Authorities.Sum(a => a.Decisions);

    public int Overrides => Authorities.Sum(a => a.Overrides);

    /// <summary>Authorities with call-offs, highest off-framework rate first: what the chart shows.</summary>
    public IEnumerable<AuthorityFigures> Ranked => Authorities.Where(a => a.CallOffs + a.Decisions > 0).OrderByDescending(a => a.OffFrameworkRate ?? -1m).ThenBy(a => a.Name, StringComparer.Ordinal);

    /// <summary>The finding that the chart's title states.</summary>
    public string Finding => Ranked.FirstOrDefault(a => a.OffFramework > 0) is { } worst
        ? $"{Percent(OffFramework, CallOffs)} of {CallOffs} call-offs were off framework; most in {worst.Name} ({worst.OffFrameworkRate:0.0} %)"
        : CallOffs == 0 ? "No place was called off in these days" : $"All {CallOffs} call-offs were on framework";

    /// <summary>What the chart of framework prices shows, as a sentence.</summary>
    public string PriceFinding => Prices.Where(p => p.Median is not null).GroupBy(p => p.Unit).MaxBy(g => g.Count()) is { } known && known.MaxBy(p => p.Median!.Value.Amount) is { } dearest && known.MinBy(p => p.Median!.Value.Amount) is { } cheapest && dearest != cheapest
        ? $"{ServiceTypes.InWords(dearest.ServiceType)} costs most on frameworks, {dearest.Median} a {dearest.Unit} in the middle; {ServiceTypes.InWords(cheapest.ServiceType).ToLowerInvariant()} least, {cheapest.Median}"
        : "The middle price of each service on frameworks";

    public static string Percent(int part, int whole) => whole == 0 ? "None" : $"{decimal.Round(part * 100m / whole, 1, MidpointRounding.AwayFromZero):0.0} %";

    public static async Task<InsightPage> Read(PortalDb db, InsightScope scope, CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = scope.Authorities(db).Select(o => o.Id);
        IQueryable<FrameworkId> joined = db.Accessions.InForceOn(scope.To).Where(a => authorities.Contains(a.Authority)).Select(a => a.Framework);
        List<FrameworkUse> uses = await db.Frameworks.AsNoTracking().IgnoreAutoIncludes()
            .Where(f => f.Stage == FrameworkStage.Live && (f.Level == FrameworkLevel.National || f.Cooperative == scope.Organisation || joined.Contains(f.Id)))
            .OrderBy(f => f.Ref).Select(f => new FrameworkUse(f.Ref, f.Title, f.ValueUsed, f.EstimatedValue, f.EndsOn)).ToListAsync(cancel);
        return new InsightPage
        {
            Scope = scope,
            Authorities = await db.AuthorityFigures(scope, cancel),
            Gaps = await db.Gaps(scope, cancel),
            Prices = await db.PriceMediansOn(scope.To, cancel),
            Premium = await db.Premium(scope, cancel),
            Frameworks = uses,
        };
    }
}

/// <summary>How much of a framework's value is used.</summary>
public sealed record FrameworkUse(string Ref, string Title, Money Used, Money Estimated, DateOnly EndsOn)
{
    public int PercentUsed => Estimated > Money.Zero ? (int)decimal.Floor(Used.Amount * 100m / Estimated.Amount) : 0;
}
