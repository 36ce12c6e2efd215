using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Notices.Finding;

/// <summary>Tells everybody whose saved search a new notice fits, each person once per notice however many of their searches fit.</summary>
public sealed class TellSearchers(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string releaseId, CancellationToken cancellation = default)
    {
        Notice notice = await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.ReleaseId == releaseId, cancellation) ?? throw new NotFound($"Notice {releaseId}");
        DateTimeOffset now = clock.GetUtcNow();
        HashSet<PersonId> told = [];
        foreach (SavedSearch saved in await db.SavedSearches.AsNoTracking().OrderBy(s => s.SavedAt).ToListAsync(cancellation))
        {
            string key = $"search:{saved.Person.Value:N}:{releaseId}";
            bool fits = !told.Contains(saved.Person) && await db.FindNotices(saved.Search, now).AnyAsync(n => n.Row == notice.Row, cancellation);
            if (fits && told.Add(saved.Person) && !await db.Messages.AnyAsync(m => m.Key == key, cancellation))
            {
                db.Add(Say(notice, saved, key, now));
            }
        }

        await db.Save(actor, cancellation);
    }

    private static Message Say(Notice notice, SavedSearch saved, string key, DateTimeOffset now)
    {
        NoticeWords words = NoticeWords.Of(notice.Kind);
        return Message.ToPerson(
            saved.Person,
            Shortened($"{words.Number} {words.Title}: {notice.Title}"),
            $"A new notice fits your saved search “{saved.Name}”. To stop these messages, delete the search under Saved searches.",
            $"/tenders/{notice.TenderRef}/notices/{notice.ReleaseId}",
            now,
            key);
    }

    private static string Shortened(string subject) => subject.Length <= 200 ? subject : subject[..199] + "…";
}
