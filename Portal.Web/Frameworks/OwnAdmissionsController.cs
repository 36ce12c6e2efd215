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

/// <summary>A provider's own places, homes and prices on every framework.</summary>
[Authorize(Policies.Providers)]
[Route("/frameworks/own")]
public sealed class OwnAdmissionsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await OwnAdmissionsPage.Read(db, Actor, LondonTime.DateOf(clock.GetUtcNow()), cancel));
}

/// <summary>What a provider has on frameworks.</summary>
public sealed record OwnAdmissionsPage(IReadOnlyList<OwnPlaceRow> Places, IReadOnlyList<OwnHomeRow> Homes, IReadOnlyList<OwnRestrictionRow> Restrictions)
{
    public static async Task<OwnAdmissionsPage> Read(PortalDb db, Actor actor, DateOnly today, CancellationToken cancel)
    {
        OrganisationId provider = actor.Organisation;
        List<OwnPlaceRow> places = await (from admission in db.Admissions
                                          join framework in db.Frameworks on admission.Framework equals framework.Id
                                          join lot in db.FrameworkLots on new { admission.Framework, Number = admission.LotNumber } equals new { lot.Framework, lot.Number }
                                          where admission.Provider == provider
                                          orderby framework.Ref, lot.Number
                                          select new OwnPlaceRow(framework.Ref, framework.Title, framework.Stage, lot.Number, lot.Title, admission.Status, framework.EndsOn)).ToListAsync(cancel);
        IQueryable<PriceSchedule> inForce = db.PriceSchedules.InForceOn(today);
        DbSet<PriceSchedule> all = db.PriceSchedules;
        List<OwnHomeRow> homes = await (from admission in db.HomeAdmissions
                                        join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
                                        where admission.Provider == provider
                                        orderby admission.FrameworkRef, admission.LotNumber, home.Name
                                        select new OwnHomeRow
                                        {
                                            Framework = admission.FrameworkRef,
                                            Lot = admission.LotNumber,
                                            Urn = home.Urn,
                                            Name = home.Name,
                                            Status = admission.Status,
                                            Price = inForce.Where(s => s.HomeAdmission == admission.Id).Select(s => (Money?)s.Terms.Core).FirstOrDefault(),
                                            Unit = all.Where(s => s.HomeAdmission == admission.Id).Select(s => s.Unit).FirstOrDefault() ?? "",
                                            Waiting = all.Any(s => s.HomeAdmission == admission.Id && s.Status == PriceScheduleStatus.Proposed),
                                        }).ToListAsync(cancel);
        List<OwnRestrictionRow> restrictions = await (from restriction in db.QaRestrictions
                                                      join cooperative in db.Organisations on restriction.ByCooperative equals cooperative.Code
                                                      where restriction.Provider == provider && restriction.LiftedAt == null
                                                      orderby restriction.From
                                                      select new OwnRestrictionRow(restriction.Kind, restriction.HomeUrn, cooperative.Name, restriction.From)).ToListAsync(cancel);
        return new OwnAdmissionsPage(places, homes, restrictions);
    }
}

/// <summary>One place of the provider on a lot.</summary>
public sealed record OwnPlaceRow(string Ref, string Framework, FrameworkStage Stage, string Lot, string LotTitle, AdmissionStatus Status, DateOnly EndsOn);

/// <summary>One home of the provider on a lot, with its own price.</summary>
public sealed record OwnHomeRow
{
    public required string Framework { get; init; }

    public required string Lot { get; init; }

    public required string Urn { get; init; }

    public required string Name { get; init; }

    public required HomeAdmissionStatus Status { get; init; }

    public Money? Price { get; init; }

    public required string Unit { get; init; }

    public required bool Waiting { get; init; }
}

/// <summary>A stop on the provider's homes.</summary>
public sealed record OwnRestrictionRow(QaRestrictionKind Kind, string? Urn, string Cooperative, DateTimeOffset From);
