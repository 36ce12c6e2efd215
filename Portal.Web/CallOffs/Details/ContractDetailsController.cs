using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Api;
using Portal.Web.Furniture;

namespace Portal.Web.CallOffs.Details;

/// <summary>Published contract details of placements of £30,000 or more, for anybody: no child, no home, the month instead of the day.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Public)]
[Route("/contract-details")]
public sealed class ContractDetailsController(PortalDb db) : PageController
{
    private const int Most = 20_000;

    [HttpGet]
    public async Task<IActionResult> Show(string? after, CancellationToken cancel)
    {
        IQueryable<PublishedContract> all = Published();
        PublishedContract[] rows = await (after is null ? all : all.Where(c => c.CallOff.CompareTo(after) > 0)).OrderBy(c => c.CallOff).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return View(new ContractDetailsPage(PageOf.From(rows, c => c.CallOff)));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Download(CancellationToken cancel)
    {
        List<PublishedContract> rows = await Published().OrderBy(c => c.CallOff).Take(Most).ToListAsync(cancel);
        return Csv.File(
            "contract-details.csv",
            ["reference", "authority", "provider", "serviceType", "framework", "value", "entered", "batch"],
            rows.Select(r => new object?[] { r.CallOff, r.Authority, r.Provider, r.Service, r.Framework, r.Value, r.Month, r.Batch }));
    }

    private IQueryable<PublishedContract> Published()
    {
        IQueryable<ContractDetailsDuty> all = db.ContractDetailsDuties.AsNoTracking();
        return from duty in all
               join authority in db.Organisations on duty.Authority equals authority.Id
               join provider in db.Organisations on duty.Provider equals provider.Id
               where duty.Stage == ContractDetailsStage.Published
               select new PublishedContract
               {
                   CallOff = duty.CallOffRef,
                   Authority = authority.Name,
                   Provider = provider.Name,
                   ServiceType = duty.ServiceType,
                   Framework = duty.FrameworkRef,
                   Value = duty.Value,
                   EnteredOn = duty.EnteredOn,
                   Batch = duty.Batch!,
                   Alike = all.Count(o => o.Stage == ContractDetailsStage.Published && o.Provider == duty.Provider && o.ServiceType == duty.ServiceType),
               };
    }
}

/// <summary>The public list.</summary>
public sealed record ContractDetailsPage(PageOf<PublishedContract> Found);

/// <summary>One published contract.</summary>
public sealed record PublishedContract
{
    private const int FewestShown = 5;

    public required string CallOff { get; init; }

    public required string Authority { get; init; }

    public required string Provider { get; init; }

    public required string ServiceType { get; init; }

    public string? Framework { get; init; }

    public Money? Value { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public required string Batch { get; init; }

    /// <summary>How many published contracts of this provider are for this service.</summary>
    public int Alike { get; init; }

    /// <summary>So few of a provider point to one home; the service is then withheld (s.99).</summary>
    public bool IsFew => Alike < FewestShown;

    public string Service => IsFew ? "withheld" : ServiceType;

    public string Month => EnteredOn.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
