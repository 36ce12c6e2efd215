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
            List<TenderWatch> watches = await db.TenderWatches.AsNoTracking().Where(w => w.Tender == tender.Id).ToListAsync(stop);
            List<PersonId> ids = [.. watches.Select(w => w.Person)];
            HashSet<PersonId> people = [.. await db.People.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop)];
            string body = news.Body.Length <= LongestBody ? news.Body : news.Body[..LongestBody] + "…";
            foreach (TenderWatch watch in watches)
            {
                // A bid tool watches too, but has no inbox: its organisation's bidders are told.
                string key = $"{tender.Ref}/{news.Key}/{watch.Person.Value}";
                db.Add(people.Contains(watch.Person)
                    ? Message.ToPerson(watch.Person, news.Subject, body, news.Link, now, key)
                    : Message.ToOrganisation(watch.Organisation, Role.ProviderBidder, news.Subject, body, news.Link, now, key));
            }
        }

        public Task<int> CountWatchers(Tender tender, CancellationToken stop) => db.TenderWatches.CountAsync(w => w.Tender == tender.Id, stop);

        /// <summary>Makes the actor one of those who are told, if not yet; the caller saves.</summary>
        public async Task<TenderWatch> Watch(Tender tender, Actor by, WatchReason because, DateTimeOffset now, CancellationToken stop)
        {
            TenderWatch? watch = await db.TenderWatches.SingleOrDefaultAsync(w => w.Tender == tender.Id && w.Person == by.Person, stop);
            watch ??= db.Add(TenderWatch.Begin(tender, by, because, now)).Entity;
            if (because == WatchReason.Drafting && watch.Because != because)
            {
                watch.TakesPart();
            }

            return watch;
        }
    }
}
