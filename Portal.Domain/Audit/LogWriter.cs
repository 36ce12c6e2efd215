using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Audit;

/// <summary>Turns the happenings of every changed aggregate into unnumbered log entries, inside the transaction that saves the change (ADR: the log).</summary>
internal static class LogWriter
{
    private static readonly JsonSerializerOptions Payloads = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new TypedIdJson() },
    };

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
        string payload = JsonSerializer.Serialize(happening.Payload, happening.Payload.GetType(), Payloads);
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
            Payloads);

    private sealed class TypedIdJson : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

        private sealed class Converter<TId> : JsonConverter<TId>
            where TId : struct, ITypedId<TId>
        {
            public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

            public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        }
    }
}
