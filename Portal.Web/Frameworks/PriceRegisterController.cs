using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>The national price register, for buyers only.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/register")]
public sealed class PriceRegisterController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, string? serviceType, string? after, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        return View(await PriceRegisterPage.Read(db, (q, serviceType, after), LondonTime.DateOf(clock.GetUtcNow()), cancel));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Download(string? q, string? serviceType, CancellationToken cancel)
    {
        await db.MustReadPrices(Actor, cancel);
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        RegisterRow[] rows = await PriceRegisterPage.Rows(db, (q, serviceType, null), today).ToArrayAsync(cancel);
        return Csv.File(
            $"price-register-{today:yyyy-MM-dd}.csv",
            ["urn", "formerUrn", "home", "provider", "framework", "serviceType", "unit", "price", "from", "to"],
            rows.Select(r => new object?[] { r.Urn, r.FormerUrn, r.Home, r.Provider, r.Framework, r.ServiceType, r.Unit, r.Price, r.From, r.To }));
    }
}

/// <summary>The register with medians by service type.</summary>
public sealed record PriceRegisterPage(string? Q, string? ServiceType, DateOnly Day, PageOf<RegisterRow> Found, IReadOnlyList<MedianRow> Medians)
{
    public IEnumerable<Choice> Types => ServiceTypes.Words.Select(w => new Choice(w.Key, w.Value));

    public static async Task<PriceRegisterPage> Read(PortalDb db, (string? Q, string? ServiceType, string? After) asked, DateOnly day, CancellationToken cancel)
    {
        RegisterRow[] rows = await Rows(db, asked, day).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return new PriceRegisterPage(asked.Q, asked.ServiceType, day, PageOf.From(rows, r => $"{r.Urn}|{r.Framework}|{r.ServiceType}"), await db.PriceMediansOn(day, cancel));
    }

    /// <summary>Rows of the register that match what was asked, in the order of URN.</summary>
    public static IQueryable<RegisterRow> Rows(PortalDb db, (string? Q, string? ServiceType, string? After) asked, DateOnly day)
    {
        IQueryable<RegisterRow> rows =
            from row in db.PriceRegister(day)
            join home in db.ProviderHomes on row.HomeUrn equals home.Urn
            join provider in db.Organisations on row.Provider equals provider.Id
            select new RegisterRow
            {
                Urn = row.HomeUrn,
                FormerUrn = home.FormerUrn,
                Home = home.Name,
                Provider = provider.Name,
                Framework = row.Framework,
                ServiceType = row.ServiceType,
                Unit = row.Unit,
                Price = row.Price,
                From = row.From,
                To = row.To,
            };
        if (SearchPattern.Containing(asked.Q) is { } pattern)
        {
            rows = rows.Where(r => EF.Functions.Like(r.Urn, pattern, SearchPattern.Escape) || EF.Functions.Like(r.FormerUrn!, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Home, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Provider, pattern, SearchPattern.Escape));
        }

        if (!string.IsNullOrEmpty(asked.ServiceType))
        {
            rows = rows.Where(r => r.ServiceType == asked.ServiceType);
        }

        return After(rows, asked.After).OrderBy(r => r.Urn).ThenBy(r => r.Framework).ThenBy(r => r.ServiceType);
    }

    private static IQueryable<RegisterRow> After(IQueryable<RegisterRow> rows, string? after) => after?.Split('|') is [var urn, var framework, var type]
        ? rows.Where(r => r.Urn.CompareTo(urn) > 0
            || (r.Urn == urn && r.Framework.CompareTo(framework) > 0)
            || (r.Urn == urn && r.Framework == framework && r.ServiceType.CompareTo(type) > 0))
        : rows;
}

/// <summary>One price of one home.</summary>
public sealed record RegisterRow
{
    public required string Urn { get; init; }

    /// <summary>The URN it had before it was sold or registered anew.</summary>
    public string? FormerUrn { get; init; }

    public required string Home { get; init; }

    public required string Provider { get; init; }

    public required string Framework { get; init; }

    public required string ServiceType { get; init; }

    public required string Unit { get; init; }

    public required Money Price { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }
}
