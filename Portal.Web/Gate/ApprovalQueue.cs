using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Web.Gate;

/// <summary>A decision that waits for this person's approval.</summary>
public sealed record WaitingDecision(GateDecision Decision, IReadOnlyList<RequiredApproval> Needs);

/// <summary>What waits for a person: approvals of the offices held, and telephone approvals to confirm.</summary>
public static class ApprovalQueue
{
    // Lines go stale: what nobody approved for a month is asked anew.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(31);

    private const int Most = 300;

    private static readonly Outcome[] Waiting = [Outcome.AllowWithApproval, Outcome.Pending, Outcome.AllowEmergency, Outcome.NecessityRecord];

    public static async Task<IReadOnlyList<WaitingDecision>> Of(PortalDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset since = now - Reach;
        Acting acting = await db.ActingOn(actor, LondonTime.DateOf(now), cancel);
        IQueryable<GateDecision> all = db.DecisionsSeenBy(actor).AsNoTracking();
        IQueryable<GateDecision> every = db.GateDecisions;
        List<GateDecision> open = await all
            .Where(d => d.RecordedAt >= since && Waiting.Contains(d.Outcome) && !every.Any(later => later.Line == d.Line && later.Number > d.Number))
            .OrderBy(d => d.RecordedAt).Take(Most).ToListAsync(cancel);
        return
        [
            .. open
                .Where(d => d.Requester != actor.Person.Value.ToString())
                .Select(d => new WaitingDecision(d, [.. d.Answer.RequiredApprovals.Where(a => !a.Given && Offices.Holds(acting.For(d.Price, d.Unit), a.Role))]))
                .Where(w => w.Needs.Count > 0),
        ];
    }

    public static Task<List<GivenApproval>> ToConfirm(PortalDb db, Actor actor, CancellationToken cancel) =>
        db.GivenApprovals.AsNoTracking().Where(a => a.Person == actor.Person && a.ConfirmBy != null && a.ConfirmedAt == null).OrderBy(a => a.ConfirmBy).ToListAsync(cancel);
}
