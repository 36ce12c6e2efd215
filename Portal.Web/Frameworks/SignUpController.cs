using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Homes in a co-operative's area that are on none of its frameworks: where provider sign-up is lacking.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/sign-up")]
public sealed class SignUpController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, string? after, CancellationToken cancel) => View(await SignUpPage.Read(db, Actor, q, after, cancel));
}

/// <summary>Who has not joined.</summary>
public sealed record SignUpPage(string Cooperative, string? Q, int HomesInArea, int HomesJoined, PageOf<SignUpRow> Found)
{
    public static async Task<SignUpPage> Read(PortalDb db, Actor actor, string? q, string? after, CancellationToken cancel)
    {
        Organisation cooperative = await db.CooperativeOf(actor, cancel);
        IQueryable<ProviderHome> inArea = db.HomesInArea(cooperative);
        IQueryable<ProviderHome> missing = Missing(db, cooperative, inArea);
        int all = await inArea.CountAsync(cancel);
        int lacking = await missing.CountAsync(cancel);
        IQueryable<SignUpRow> rows = Rows(db, missing, cooperative.Id);
        if (SearchPattern.Containing(q) is { } pattern)
        {
            rows = rows.Where(r => EF.Functions.Like(r.Home, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Urn, pattern, SearchPattern.Escape) || EF.Functions.Like(r.Provider, pattern, SearchPattern.Escape));
        }

        if (after is not null)
        {
            rows = rows.Where(r => r.Urn.CompareTo(after) > 0);
        }

        SignUpRow[] page = await rows.OrderBy(r => r.Urn).Take(PageOf.Size + 1).ToArrayAsync(cancel);
        return new SignUpPage(cooperative.Name, q, all, all - lacking, PageOf.From(page, r => r.Urn));
    }

    private static IQueryable<ProviderHome> Missing(PortalDb db, Organisation cooperative, IQueryable<ProviderHome> inArea)
    {
        IQueryable<FrameworkId> own = db.Frameworks.Where(f => f.Cooperative == cooperative.Id && f.Stage != FrameworkStage.Expired).Select(f => f.Id);
        IQueryable<HomeAdmission> joined = db.HomeAdmissions.Where(a => a.Status != HomeAdmissionStatus.Left && own.Contains(a.Framework));
        return inArea.Where(h => !joined.Any(a => a.HomeUrn == h.Urn));
    }

    private static IQueryable<SignUpRow> Rows(PortalDb db, IQueryable<ProviderHome> missing, OrganisationId cooperative)
    {
        IQueryable<SignUpReason> reasons = db.SignUpReasons.Where(r => r.Cooperative == cooperative);
        DbSet<Organisation> organisations = db.Organisations;
        IQueryable<HomeAdmission> admissions = db.HomeAdmissions.Where(a => a.Status != HomeAdmissionStatus.Left);
        return from home in missing
               join provider in organisations on home.Provider equals provider.Id
               select new SignUpRow
               {
                   Urn = home.Urn,
                   Home = home.Name,
                   Provider = provider.Name,
                   Host = organisations.Where(o => o.Code == home.HostAuthority).Select(o => o.Name).FirstOrDefault() ?? home.HostAuthority,
                   Judgement = home.Judgement,
                   Places = home.PlacesRegistered,
                   Elsewhere = admissions.Any(a => a.HomeUrn == home.Urn),
                   FormerUrn = home.FormerUrn,
                   Why = reasons.Where(r => r.HomeUrn == home.Urn).Select(r => (NotJoinedBecause?)r.Why).FirstOrDefault(),
               };
    }
}

/// <summary>A home that has not joined.</summary>
public sealed record SignUpRow
{
    public required string Urn { get; init; }

    public required string Home { get; init; }

    public required string Provider { get; init; }

    public required string Host { get; init; }

    public required Judgement Judgement { get; init; }

    public required int Places { get; init; }

    public string? FormerUrn { get; init; }

    /// <summary>Why, as the region recorded it; null while it has not.</summary>
    public NotJoinedBecause? Why { get; init; }

    /// <summary>It is on another co-operative's framework.</summary>
    public required bool Elsewhere { get; init; }
}
