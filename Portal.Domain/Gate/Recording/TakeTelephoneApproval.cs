using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>An officer takes down an approval given by telephone: it counts at once, and the approver confirms it by noon next day or it is flagged.</summary>
public sealed class TakeTelephoneApproval(PortalDb db, DecideOption decide, TimeProvider clock)
{
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OfflineLead = TimeSpan.FromHours(4);

    public async Task<GateDecision> Execute(Actor officer, GateDecisionId id, ApproverRole office, string person, TelephoneCall call, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(officer, id, cancel);
        if (call.At > clock.GetUtcNow() + ClockDifference)
        {
            throw new FactsRefused("at", "The call cannot lie in the future.");
        }

        await MustFollowDecision(decision, call, cancel);

        Person approver = await Approver(decision, office, person, cancel);
        await db.MustNotHaveScrutinised(decision, approver.Id, cancel);
        GateDecision latest = await db.LatestOf(decision, cancel);
        ApprovalNeed[] needs = [.. latest.Answer.RequiredApprovals.Where(a => a.Role == office && !a.Given).Select(a => new ApprovalNeed(a.Role, a.Purpose))];
        if (needs.Length == 0)
        {
            throw new RuleBroken("NOT_REQUIRED", "No approval of this office is needed, or it was given already.");
        }

        GivenApproval[] approvals = [.. needs.Select(need => GivenApproval.ByTelephone(latest, need, (approver.Id, approver.Name), call))];
        GateDecision next = await decide.Execute(
            new GateRequester(latest.Authority, latest.Requester, latest.RequesterName), latest.Asserted, latest, DecisionOccasion.Approved, approvals, cancel);
        db.AddRange(approvals);
        await db.SaveNext(officer, next, cancel);
        return next;
    }

    // Nobody can approve a price that had not been asked about. Where the portal was away, the director is rung before the decision of the offline card.
    private async Task MustFollowDecision(GateDecision decision, TelephoneCall call, CancellationToken cancel)
    {
        GateDecision first = decision.Number == 1 ? decision : await db.GateDecisions.AsNoTracking().SingleAsync(d => d.Line == decision.Line && d.Number == 1, cancel);
        DateTimeOffset earliest = first.DecidedOffline is { } offline ? offline - OfflineLead : first.RecordedAt - ClockDifference;
        if (call.At < earliest)
        {
            throw new FactsRefused("at", $"The call cannot come before the decision that it approves, which was recorded on {LondonTime.ForPeople(first.RecordedAt)}.");
        }
    }

    private async Task<bool> StandsIn(GateDecision decision, ApproverRole office, PersonId person, OrganisationId? cooperative, CancellationToken cancel)
    {
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        Role role = Offices.RoleFor(office);
        List<Deputy> deputies = await db.Deputies.AsNoTracking()
            .Where(d => d.Person == person && d.Office == role && (d.Organisation == decision.Authority || d.Organisation == cooperative) && d.From <= today && today <= d.To).ToListAsync(cancel);
        return deputies.Exists(d => d.MayApprove(decision.Price, decision.Unit));
    }

    // By id or e-mail; whoever does not hold the office in the authority or its co-operative is refused.
    private async Task<Person> Approver(GateDecision decision, ApproverRole office, string person, CancellationToken cancel)
    {
        OrganisationId? cooperative = await db.Organisations.Where(o => o.Id == decision.Authority).Select(o => o.Parent).SingleAsync(cancel);
        PersonId id = Guid.TryParse(person, out Guid given) ? PersonId.From(given) : default;
        string email = person.Trim();
        Person? approver = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id || p.Email == email, cancel);
        bool holds = approver?.Memberships.Any(m => (m.Organisation == decision.Authority || m.Organisation == cooperative) && m.Roles.Contains(Offices.RoleFor(office))) ?? false;
        return holds || (approver is not null && await StandsIn(decision, office, approver.Id, cooperative, cancel)) ? approver! : throw new FactsRefused("person", "Nobody with this id or e-mail address holds that office in the authority or its co-operative.");
    }
}
