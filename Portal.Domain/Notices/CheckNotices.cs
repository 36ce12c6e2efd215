using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Verifying;

namespace Portal.Domain.Notices;

/// <summary>Checks that every notice still stands as the log says it was published, and that none is gone (A13-01).</summary>
public sealed class CheckNotices(PortalDb db)
{
    private static readonly string[] Published = ["notice.published"];

    public async Task<IReadOnlyList<LogFinding>> Execute(CancellationToken ct)
    {
        Dictionary<string, (string Hash, DateTimeOffset At)> kept = [];
        await foreach (var row in db.Notices.AsNoTracking().Select(n => new { n.ReleaseId, n.ReleaseJson, n.PublishedAt }).AsAsyncEnumerable().WithCancellation(ct))
        {
            kept[row.ReleaseId] = (Sha256.Of(row.ReleaseJson), row.PublishedAt);
        }

        List<LogFinding> findings = [];
        foreach (LoggedFact fact in await db.FactsOf(Published, ct))
        {
            string id = fact.Text("releaseId") ?? "";
            if (!kept.Remove(id, out (string Hash, DateTimeOffset At) row))
            {
                findings.Add(Found(fact.Index, $"The notice {id} that entry {fact.Index} says was published is gone."));
            }
            else if ((fact.Text("sha256") is { } hash && hash != row.Hash) || (fact.Instant("at") is { } at && at != row.At))
            {
                findings.Add(Found(fact.Index, $"The notice {id} was changed after it was published."));
            }
        }

        findings.AddRange(kept.Keys.Select(id => Found(null, $"No entry says that the notice {id} was published: it was put in afterwards.")));
        return findings;
    }

    private static LogFinding Found(long? entry, string text) => new("NOTICE_EDITED", entry, text);
}
