using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Audit;

/// <summary>What the log says of one happening: its index and its payload, to be compared with the tables of today.</summary>
public sealed record LoggedFact(long? Index, string Action, JsonElement Payload)
{
    public string? Text(string name) => Payload.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out Guid id) ? id : null;

    public DateTimeOffset? Instant(string name) => Payload.TryGetProperty(name, out JsonElement value) && value.TryGetDateTimeOffset(out DateTimeOffset at) ? at : null;

    public int? Number(string name) => Payload.TryGetProperty(name, out JsonElement value) && value.TryGetInt32(out int number) ? number : null;
}

/// <summary>The log's facts by action.</summary>
public static class LoggedFacts
{
    extension(PortalDb db)
    {
        /// <summary>Every happening of these actions whose payload was not erased, oldest first.</summary>
        public async Task<IReadOnlyList<LoggedFact>> FactsOf(string[] actions, CancellationToken stop)
        {
            var rows = await (from entry in db.LogEntries.AsNoTracking()
                              join payload in db.LogPayloads.AsNoTracking() on entry.Id equals payload.Entry
                              where actions.Contains(entry.Action) && payload.Json != null
                              orderby entry.Row
                              select new { entry.Index, entry.Action, payload.Json }).ToListAsync(stop);
            return [.. rows.Select(r => new LoggedFact(r.Index, r.Action, JsonSerializer.Deserialize<JsonElement>(r.Json!)))];
        }
    }
}
