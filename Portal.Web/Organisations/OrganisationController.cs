using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>One organisation's profile: what it is, whom it belongs to, its members or homes.</summary>
[Authorize(Policies.SignedIn)]
[Route("/organisations/{code}")]
public sealed class OrganisationController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        Organisation organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel) ?? throw new NotFound("The organisation");
        Organisation? parent = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == organisation.Parent, cancel);
        List<OrganisationRow> members = await db.Organisations.AsNoTracking().Where(o => o.Parent == organisation.Id).OrderBy(o => o.Name)
            .Select(o => new OrganisationRow(o.Code, o.Name, o.Region, null)).ToListAsync(cancel);
        List<HomeRow> homes = await HomeRow.Of(db, organisation.Id, cancel);
        bool mayVerify = organisation.Kind == OrganisationKind.Provider && organisation.VerifiedAt is null && Actor.IsOnBuyingSide && Actor.Is(Role.Administrator, Role.Commissioner, Role.RccCommissioner);
        return View(new OrganisationPage(organisation, parent, members, homes, mayVerify, ReaderBuys: Actor.IsOnBuyingSide)
        {
            MayClassify = organisation.Kind == OrganisationKind.NationalCooperative && organisation.Id == Actor.Organisation && Actor.Is(Role.Administrator),
            MayRecordAddress = RecordAddress.May(Actor, organisation),
            MayStateScale = StateScale.May(Actor, organisation),
        });
    }
}

/// <summary>The page; the organisation is read only and tracked by nobody.</summary>
public sealed record OrganisationPage(Organisation Organisation, Organisation? Parent, IReadOnlyList<OrganisationRow> Members, IReadOnlyList<HomeRow> Homes, bool MayVerify, bool ReaderBuys)
{
    /// <summary>The reader administers this national co-operative, so may set its class.</summary>
    public bool MayClassify { get; init; }

    public bool MayRecordAddress { get; init; }

    public bool MayStateScale { get; init; }
}

/// <summary>One home as people see it.</summary>
public sealed record HomeRow(string Urn, string Name, string Authority, IReadOnlyList<string> ServiceTypes, Registration Registration, Judgement Judgement, bool Restriction, int Places, int Occupied, DateTimeOffset? StatedAt)
{
    public static Task<List<HomeRow>> Of(PortalDb db, OrganisationId provider, CancellationToken cancel) =>
        db.ProviderHomes.AsNoTracking().Where(h => h.Provider == provider).OrderBy(h => h.Name)
            .Select(h => new HomeRow(
                h.Urn, h.Name, db.Set<Organisation>().Where(o => o.Code == h.HostAuthority).Select(o => o.Name).FirstOrDefault() ?? h.HostAuthority,
                h.ServiceTypes, h.Registration, h.Judgement, h.Restriction, h.PlacesRegistered, h.PlacesOccupied, h.OccupancyStatedAt))
            .ToListAsync(cancel);
}
