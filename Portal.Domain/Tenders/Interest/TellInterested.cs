using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Interest;

/// <summary>News about a tender: what it is about, what it says, where to read more, and a key so that nobody is told the same twice.</summary>
public sealed record TenderNews(string Subject, string Body, string Link, string Key);

/// <summary>Tells everybody who has shown interest in a tender the same thing, in the same transaction (A2-06, D2-07).</summary>
public static class TellInterested
{
    private const int LongestBody = 1500;

    extension(PortalDb db)
    {
        /// <summary>Adds one message per watcher; the caller saves.</summary>
        public async Task TellWatchers(Tender tender, TenderNews news, DateTimeOffset now, CancellationToken stop)
        {
            List<PersonId> people = await db.TenderWatches.Where(w => w.Tender == tender.Id).Select(w => w.Person).ToListAsync(stop);
            string body = news.Body.Length <= LongestBody ? news.Body : news.Body[..LongestBody] + "…";
            foreach (PersonId person in people)
            {
                db.Add(Message.ToPerson(person, news.Subject, body, news.Link, now, $"{tender.Ref}/{news.Key}/{person.Value}"));
            }
        }
    }
}
