using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Telling;

/// <summary>Checks that every assessment summary still stands as the log says it was sent: content, instant, bidder; and that none is gone (D2-11).</summary>
public sealed class CheckSummaries(PortalDb db)
{
    private static readonly string[] Sent = ["award.summarySent"];

    public async Task<IReadOnlyList<LogFinding>> Execute(CancellationToken ct)
    {
        Dictionary<Guid, string> contents = await Contents(ct);
        Dictionary<AssessmentSummaryId, (string Lot, DateTimeOffset SentAt, OrganisationId Bidder)> kept = await db.AssessmentSummaries.AsNoTracking()
            .Select(s => new { s.Id, s.LotNumber, s.SentAt, s.Bidder }).ToDictionaryAsync(s => s.Id, s => (s.LotNumber, s.SentAt, s.Bidder), ct);
        List<LogFinding> findings = [];
        HashSet<AssessmentSummaryId> told = [];
        foreach (LoggedFact fact in await db.FactsOf(Sent, ct))
        {
            if (fact.Id("id") is not { } value)
            {
                continue;
            }

            AssessmentSummaryId id = new(value);
            told.Add(id);
            if (!kept.TryGetValue(id, out (string Lot, DateTimeOffset SentAt, OrganisationId Bidder) row))
            {
                findings.Add(Found(fact.Index, $"The assessment summary {value} that entry {fact.Index} says was sent is gone."));
            }
            else if (Changed(fact, row, contents.GetValueOrDefault(value, "")) is { Length: > 0 } what)
            {
                findings.Add(Found(fact.Index, $"The assessment summary {value} (lot {row.Lot}) was changed after it was sent: {what}."));
            }
        }

        // A summary sent before the log kept its id cannot be told from one put in afterwards; only where every entry names its summary is a stranger one.
        bool all = told.Count > 0 && kept.Count > told.Count && await db.LogEntries.CountAsync(e => e.Action == Sent[0], ct) == told.Count;
        findings.AddRange(all ? kept.Keys.Where(id => !told.Contains(id)).Select(id => Found(null, $"No entry says that the assessment summary {id.Value} was sent: it was put in afterwards.")) : []);
        return findings;
    }

    private static LogFinding Found(long? entry, string text) => new("SUMMARY_EDITED", entry, text);

    private static string Changed(LoggedFact fact, (string Lot, DateTimeOffset SentAt, OrganisationId Bidder) row, string content) => string.Join(", ", new[]
    {
        fact.Text("sha256") is { } hash && hash != Sha256.Of(content) ? "its content" : "",
        fact.Instant("at") is { } at && at != row.SentAt ? "when it was sent" : "",
        fact.Text("lot") is { } lot && lot != row.Lot ? "its lot" : "",
        fact.Id("bidder") is { } bidder && bidder != row.Bidder.Value ? "its bidder" : "",
    }.Where(part => part.Length > 0));

    // The text of the column itself: what is read and written again may differ from what stands there.
    private async Task<Dictionary<Guid, string>> Contents(CancellationToken ct)
    {
        IEntityType type = db.Model.FindEntityType(typeof(AssessmentSummary))!;
        ISqlGenerationHelper sql = db.GetService<ISqlGenerationHelper>();
        string table = sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());
        string query = $"SELECT {sql.DelimitIdentifier("Id")}, {sql.DelimitIdentifier("Content")} FROM {table}";
        List<KeptText> rows = await db.Database.SqlQueryRaw<KeptText>(query).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => r.Content);
    }

    private sealed record KeptText(Guid Id, string Content);
}
