using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Appeals;

/// <summary>The scrutiny panel's page: appeals to answer, emergencies to review and ratify, telephone approvals nobody confirmed, exceptions asked for.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/scrutiny")]
public sealed class ScrutinyController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await ScrutinyPage.Read(db, Actor, clock.GetUtcNow(), cancel));
}

/// <summary>What lies before the panel.</summary>
public sealed record ScrutinyPage
{
    private const int Most = 100;

    // How far back exceptions are shown for a look across.
    private const int LookBackDays = 28;

    private static readonly Duty[] OfEmergency = [Duty.RccReview, Duty.Ratified, Duty.LegalGround, Duty.QualityReview];

    public required IReadOnlyList<(Appeal Appeal, string Authority)> Appeals { get; init; }

    /// <summary>Planned placements to look at before they are decided.</summary>
    public required IReadOnlyList<(Scrutiny Scrutiny, string Authority)> Before { get; init; }

    public required IReadOnlyList<(FollowUpDuty Duty, GateDecision Decision, string Authority)> Emergencies { get; init; }

    public required IReadOnlyList<GivenApproval> Unconfirmed { get; init; }

    public required IReadOnlyList<(GateDecision Decision, string Authority)> Exceptions { get; init; }

    public static async Task<ScrutinyPage> Read(PortalDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        IQueryable<OrganisationId> authorities = db.AuthoritiesSeenBy(actor);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => authorities.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        List<Appeal> appeals = await db.Appeals.AsNoTracking().Where(a => authorities.Contains(a.Authority) && a.Stage == AppealStage.Lodged).OrderBy(a => a.AnswerBy).Take(Most).ToListAsync(cancel);
        List<FollowUpDuty> duties = await db.FollowUpDuties.AsNoTracking().Where(d => d.DoneAt == null && authorities.Contains(d.Authority) && OfEmergency.Contains(d.What)).OrderBy(d => d.DueBy).Take(Most).ToListAsync(cancel);
        GateDecisionId[] ids = [.. duties.Select(d => d.Decision).Distinct()];
        Dictionary<GateDecisionId, GateDecision> decisions = await db.GateDecisions.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        DateTimeOffset since = now.AddDays(-LookBackDays);
        List<GateDecision> lifted = await db.DecisionsSeenBy(actor).AsNoTracking().Where(d => d.Overridden && d.RecordedAt >= since).OrderByDescending(d => d.RecordedAt).Take(Most).ToListAsync(cancel);
        return new ScrutinyPage
        {
            Appeals = [.. appeals.Select(a => (a, names.GetValueOrDefault(a.Authority, "")))],
            Before = [.. (await db.Scrutinies.AsNoTracking().Where(s => authorities.Contains(s.Authority) && s.View == null).OrderBy(s => s.WantedBy).Take(Most).ToListAsync(cancel)).Select(s => (s, names.GetValueOrDefault(s.Authority, "")))],
            Emergencies = [.. duties.Select(d => (d, decisions[d.Decision], names.GetValueOrDefault(d.Authority, "")))],
            Unconfirmed = await db.GivenApprovals.AsNoTracking().Where(a => authorities.Contains(a.Authority) && a.ConfirmBy != null && a.ConfirmedAt == null && a.ConfirmBy < now).OrderBy(a => a.ConfirmBy).Take(Most).ToListAsync(cancel),
            Exceptions = [.. lifted.DistinctBy(d => d.Line).Select(d => (d, names.GetValueOrDefault(d.Authority, "")))],
        };
    }
}
