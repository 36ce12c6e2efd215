using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Audit;

/// <summary>Turns the happenings of every changed aggregate into unnumbered log entries, inside the transaction that saves the change (ADR: the log).</summary>
internal static class LogWriter
{
    public static void Write(DbContext db, Actor actor, DateTimeOffset now)
    {
        EntityEntry<Aggregate>[] changed = [.. db.ChangeTracker.Entries<Aggregate>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted || e.Entity.Happenings.Count > 0)];
        foreach (EntityEntry<Aggregate> entry in changed)
        {
            foreach (Happening happening in entry.Entity.TakeHappenings())
            {
                Append(db, actor, now, happening);
            }
        }
    }

    internal static void Append(DbContext db, Actor actor, DateTimeOffset now, Happening happening)
    {
        string payload = JsonSerializer.Serialize(happening.Payload, happening.Payload.GetType(), JsonText.Options);
        byte[] salt = RandomNumberGenerator.GetBytes(32);
        Guid id = Guid.CreateVersion7();
        string entry = Entry(id, actor, now, happening, PayloadHash(salt, payload));
        db.Add(new LogEntry(id, now, actor, happening, entry));
        db.Add(new LogPayload(id, salt, payload));
    }

    internal static string PayloadHash(byte[] salt, string payload) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(payload)]));

    // Keys in RFC 8785 order, values that need no special escaping rules beyond JSON's own.
    private static string Entry(Guid id, Actor actor, DateTimeOffset now, Happening happening, string payloadHash) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["action"] = happening.Action,
                ["actor"] = actor.IsPortal ? "portal" : actor.Person.Value.ToString(),
                ["at"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
                ["id"] = id.ToString(),
                ["organisation"] = actor.IsPortal ? "portal" : actor.Organisation.Value.ToString(),
                ["payload"] = payloadHash,
                ["subject"] = happening.Subject,
            },
            JsonText.Options);
}
