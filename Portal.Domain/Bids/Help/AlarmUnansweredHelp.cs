using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Help;

/// <summary>In the last hour before a deadline, alarms the buyer of every request for help without an answer, once, and proposes a later deadline for all (D1-10).</summary>
public sealed class AlarmUnansweredHelp(PortalDb db, TimeProvider clock)
{
    /// <summary>How many alarms were raised.</summary>
    public async Task<int> Execute(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset soon = now + HelpDesk.LastHour;
        var waiting = await (from help in db.HelpRequests
                             join tender in db.Tenders on help.Tender equals tender.Id
                             where help.AnsweredAt == null && help.AlarmedAt == null && tender.Stage == TenderStage.Open && tender.ClosesAt >= now && tender.ClosesAt <= soon
                             select new { help, tender.Buyer, tender.ClosesAt }).ToListAsync(ct);
        foreach (var alarm in waiting)
        {
            DateTimeOffset proposed = HelpDesk.ProposedDeadline(now, alarm.ClosesAt!.Value);
            alarm.help.Alarm(proposed, now);
            foreach (Role role in new[] { Role.Commissioner, Role.Legal })
            {
                db.Add(Message.ToOrganisation(alarm.Buyer, role, $"ALARM: help for tender {alarm.help.TenderRef} is unanswered, bids close {LondonTime.ForPeople(alarm.ClosesAt.Value)}", $"Answer now, or extend for everybody until {LondonTime.ForPeople(proposed)} as proposed on the help desk.", $"/tenders/{alarm.help.TenderRef}/help-desk", now, $"help/{alarm.help.Id.Value}/alarm/{role}"));
            }
        }

        await db.Save(Actor.Portal, ct);
        return waiting.Count;
    }
}
