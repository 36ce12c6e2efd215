using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Organisations.Library;

/// <summary>Tells providers of documents that lapse in 60, 30 and 7 days, each once; a document found late is told of at the nearest of the three only.</summary>
public sealed class RemindOfEvidence(PortalDb db, TimeProvider clock)
{
    /// <summary>Days before the last good day, from the nearest.</summary>
    public static readonly IReadOnlyList<int> Days = [7, 30, 60];

    /// <summary>How many reminders went out.</summary>
    public async Task<int> Execute(CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateOnly today = LondonTime.DateOf(now);
        DateOnly farthest = today.AddDays(Days[^1]);
        List<EvidenceDocument> lapsing = await db.EvidenceDocuments.AsNoTracking().Where(d => d.RetiredAt == null && d.ExpiresOn >= today && d.ExpiresOn <= farthest).ToListAsync(ct);
        Dictionary<string, EvidenceDocument> due = lapsing.ToDictionary(d => Key(d, today));
        string[] keys = [.. due.Keys];
        HashSet<string?> told = [.. await db.Messages.Where(m => keys.Contains(m.Key!)).Select(m => m.Key).ToListAsync(ct)];
        foreach ((string key, EvidenceDocument document) in due.Where(d => !told.Contains(d.Key)))
        {
            string day = LondonTime.Day(document.ExpiresOn!.Value);
            db.Add(Message.ToOrganisation(document.Owner, Role.ProviderBidder, $"“{document.Title}” is good until {day}", "Add its next version in time: bids, admissions and homes that rest on it are listed on its page.", $"/organisations/evidence/{document.Id.Value}", now, key));
        }

        await db.Save(Actor.Portal, ct);
        return due.Count - told.Count;
    }

    private static string Key(EvidenceDocument document, DateOnly today)
    {
        int left = document.ExpiresOn!.Value.DayNumber - today.DayNumber;
        int days = Days.First(d => left <= d);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"evidence/{document.Id.Value}/{document.ExpiresOn:yyyy-MM-dd}/{days}");
    }
}
