using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Verifying;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>Checks that every payload still hashes to what its entry says; erased ones are allowed, changed ones are not, and the rows' searchable copies must say what the entry says.</summary>
public sealed class CheckPayloads(PortalDb db)
{
    private const int Batch = 1000;

    public async Task<IReadOnlyList<LogFinding>> Execute(CancellationToken ct)
    {
        List<LogFinding> findings = [];
        long next = 0;
        while (true)
        {
            var rows = await (from entry in db.LogEntries.AsNoTracking()
                              join payload in db.LogPayloads.AsNoTracking() on entry.Id equals payload.Entry into payloads
                              from payload in payloads.DefaultIfEmpty()
                              where entry.Index >= next && entry.Index < next + Batch
                              orderby entry.Index
                              select new { entry, payload }).ToListAsync(ct);
            if (rows.Count == 0)
            {
                return findings;
            }

            findings.AddRange(rows.Select(r => Finding(r.entry, r.payload)).OfType<LogFinding>());
            next += Batch;
        }
    }

    private static LogFinding? Finding(LogEntry entry, LogPayload? payload)
    {
        using JsonDocument said = JsonDocument.Parse(entry.EntryJson);
        if (Said(said, "action") != entry.Action || Said(said, "subject") != entry.Subject || Said(said, "id") != entry.Id.ToString())
        {
            return new LogFinding("COLUMN_EDITED", entry.Index, $"The searchable copy of entry {entry.Index} says something else than the entry.");
        }

        bool changed = payload?.Json is { } json && Convert.ToHexStringLower(SHA256.HashData([.. payload.Salt, .. Encoding.UTF8.GetBytes(json)])) != Said(said, "payload");
        return changed ? new LogFinding("PAYLOAD_EDITED", entry.Index, $"The payload of entry {entry.Index} was changed.") : null;
    }

    private static string? Said(JsonDocument entry, string name) => entry.RootElement.GetProperty(name).GetString();
}
