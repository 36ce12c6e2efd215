using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>Warns the commissioners of every authority before a notice falls due, and says when one was missed; each once.</summary>
public sealed class WarnOfDuties(PortalDb db, TimeProvider clock)
{
    /// <summary>Returns how many messages were sent.</summary>
    public async Task<int> Execute(CancellationToken cancellation = default)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int sent = 0;
        foreach (OrganisationId buyer in await db.Tenders.Where(t => t.PublishedAt != null || t.NetValue != null).Select(t => t.Buyer).Distinct().ToListAsync(cancellation))
        {
            DutyLine[] pressing = [.. (await db.NoticeDutiesOf(buyer, now, cancellation)).Where(line => line.IsPressing)];
            string[] keys = [.. pressing.Select(Key)];
            HashSet<string?> told = [.. await db.Messages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancellation)];
            foreach (DutyLine line in pressing.Where(line => !told.Contains(Key(line))))
            {
                db.Add(Message.ToOrganisation(buyer, Role.Commissioner, Subject(line), $"{line.Why} {line.TenderTitle}", $"/tenders/{line.TenderRef}/notices/duties", now, Key(line)));
                sent++;
            }
        }

        await db.Save(Actor.Portal, cancellation);
        return sent;
    }

    private static string Subject(DutyLine line) => line.State == DutyState.Overdue
        ? $"Missed: {line.Words.Number} of {line.TenderRef} was due on {LondonTime.Day(line.Due!.Value)}"
        : $"{line.Words.Number} of {line.TenderRef} is due on {LondonTime.Day(line.Due!.Value)}";

    private static string Key(DutyLine line) => string.Create(CultureInfo.InvariantCulture, $"duty:{line.TenderRef}:{line.Kind}:{line.Subject}:{line.Due:yyyyMMdd}:{line.State}");
}
