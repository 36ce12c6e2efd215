using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>Asks whoever made a planned request that has waited for a fortnight, and again each fortnight, whether it is still needed: to be asked again with new facts, or withdrawn. Nothing lapses by itself, for a child may wait behind it; once the day of need has passed the words say so.</summary>
public sealed class RemindOfWaiting(PortalDb db, TimeProvider clock)
{
    private const int Fortnight = 14;
    private const int Fortnights = 13;
    private const int AtOnce = 200;

    // How long after its day a reminder is still made up for, should no server have run.
    private const int LateDays = 3;

    private static readonly Outcome[] Waiting = [Outcome.Pending, Outcome.AllowWithApproval];

    /// <summary>Returns how many reminders went out.</summary>
    public async Task<int> Execute(CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int told = 0;
        for (int fortnight = 1; fortnight <= Fortnights; fortnight++)
        {
            foreach (GateDecision decision in await WaitingFor(now.AddDays(-Fortnight * fortnight), cancel))
            {
                string key = string.Create(CultureInfo.InvariantCulture, $"waiting/{decision.Id.Value}/{fortnight}");
                if (!await db.Messages.AnyAsync(m => m.Key == key, cancel))
                {
                    db.Add(Reminder(decision, now, key));
                    told++;
                }
            }
        }

        await db.Save(Actor.Portal, cancel);
        return told;
    }

    private Task<List<GateDecision>> WaitingFor(DateTimeOffset recorded, CancellationToken cancel)
    {
        DateTimeOffset earliest = recorded.AddDays(-LateDays);
        DbSet<GateDecision> all = db.GateDecisions;
        return all.AsNoTracking()
            .Where(d => d.RecordedAt > earliest && d.RecordedAt <= recorded && Waiting.Contains(d.Outcome) && d.Occasion != DecisionOccasion.Withdrawn)
            .Where(d => !all.Any(later => later.Line == d.Line && later.Number > d.Number))
            .OrderBy(d => d.RecordedAt).Take(AtOnce).ToListAsync(cancel);
    }

    private static Message Reminder(GateDecision decision, DateTimeOffset now, string key)
    {
        bool passed = decision.Facts.Need.NeededBy < now;
        int days = (int)(now - decision.RecordedAt).TotalDays;
        string subject = string.Create(CultureInfo.InvariantCulture, $"Still needed? {decision.HomeUrn ?? "A home that is not listed"}, {decision.Price} a {decision.Unit}, has waited {days} days");
        string body = passed
            ? "The day by which the child needed the place has passed. If the child still needs it, ask the gate again now: it is allowed at once as an emergency. If not, withdraw the request."
            : "Ring those whose approval is missing, ask the gate again with what is new, or withdraw the request.";
        string link = $"/gate/decisions/{decision.Line.Value}?latest=true";
        return Guid.TryParse(decision.Requester, out Guid person)
            ? Message.ToPerson(PersonId.From(person), subject, body, link, now, key)
            : Message.ToOrganisation(decision.Authority, Role.PlacementOfficer, subject, body, link, now, key);
    }
}
