using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>Brings what was not done in time before the director and the co-operative: duties, unconfirmed telephone approvals, unanswered appeals. Each escalates once.</summary>
public sealed class EscalateOverdue(PortalDb db, TimeProvider clock)
{
    private const int AtOnce = 100;
    private const int MostNamed = 10;

    /// <summary>Returns how many escalated.</summary>
    public async Task<int> Execute(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<FollowUpDuty> duties = await db.FollowUpDuties.Where(d => d.DoneAt == null && d.EscalatedAt == null && d.DueBy < now).OrderBy(d => d.DueBy).Take(AtOnce).ToListAsync(cancel);
        List<GivenApproval> calls = await db.GivenApprovals.Where(a => a.ConfirmedAt == null && a.FlaggedAt == null && a.ConfirmBy < now).OrderBy(a => a.ConfirmBy).Take(AtOnce).ToListAsync(cancel);
        List<Appeal> appeals = await db.Appeals.Where(a => a.Stage == AppealStage.Lodged && a.EscalatedAt == null && a.AnswerBy < now).OrderBy(a => a.AnswerBy).Take(AtOnce).ToListAsync(cancel);
        OrganisationId[] authorities = [.. duties.Select(d => d.Authority).Distinct()];
        Dictionary<OrganisationId, OrganisationId?> cooperatives = await db.Organisations.Where(o => authorities.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Parent, cancel);
        duties.ForEach(duty => duty.Escalate(now));
        foreach (IGrouping<OrganisationId, FollowUpDuty> overdue in duties.GroupBy(d => d.Authority))
        {
            Tell(overdue.Key, cooperatives.GetValueOrDefault(overdue.Key), [.. overdue], now);
        }

        calls.ForEach(call => Flag(call, now));
        appeals.ForEach(appeal => Escalate(appeal, now));
        await db.Save(Actor.Portal, cancel);
        return duties.Count + calls.Count + appeals.Count;
    }

    // When an emergency is not ratified the authority to extend it lapses; nights provided are always paid. What falls due together is told together.
    private void Tell(OrganisationId authority, OrganisationId? cooperative, FollowUpDuty[] overdue, DateTimeOffset now)
    {
        bool lapsed = Array.Exists(overdue, d => d.What == Duty.Ratified);
        string first = lapsed ? "An emergency was not ratified: the authority to extend it has lapsed" : $"Overdue: {overdue[0].What.InWords()}";
        string subject = overdue.Length == 1 ? first : $"{first}, and {overdue.Length - 1} more overdue";
        string body = (lapsed ? "Ratify, convert it to a call-off, or plan the child’s move today. Nights already provided are always paid. " : "")
            + $"{string.Join("; ", overdue.Take(MostNamed).Select(d => $"{d.What.InWords()}, due {LondonTime.ForPeople(d.DueBy!.Value)}"))}. Say how each was done, or see that it is.";
        string link = overdue.Length == 1 ? $"/gate/duties/{overdue[0].Id.Value}" : "/gate/duties";
        string key = $"duty/{overdue[0].Id.Value}";
        db.Add(Message.ToOrganisation(authority, Role.Director, subject, body, link, now, key + "/director"));
        if (cooperative is { } above)
        {
            db.Add(Message.ToOrganisation(above, Role.RccCommissioner, subject, body, link, now, key + "/cooperative"));
        }
    }

    private void Flag(GivenApproval call, DateTimeOffset now)
    {
        call.Flag(now);
        string link = $"/gate/decisions/{call.Line.Value}";
        db.Add(Message.ToPerson(call.Person, "Confirm your telephone approval: it is overdue", "It was to be confirmed by noon. It stays flagged until you do.", "/gate/approvals", now, $"call/{call.Id.Value}/person"));
        db.Add(Message.ToOrganisation(call.Authority, Role.Director, "A telephone approval was not confirmed by noon", $"{call.PersonName} is named; {call.TakenBy} took the call.", link, now, $"call/{call.Id.Value}/director"));
    }

    private void Escalate(Appeal appeal, DateTimeOffset now)
    {
        appeal.Escalate(now);
        db.Add(Message.ToOrganisation(appeal.Panel, Role.Director, "An appeal was not answered within one working day", $"It was due {LondonTime.ForPeople(appeal.AnswerBy)}.", $"/gate/appeals/{appeal.Id.Value}", now, $"appeal/{appeal.Id.Value}/director"));
    }
}
