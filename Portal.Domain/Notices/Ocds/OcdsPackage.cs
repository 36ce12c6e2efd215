using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Domain.Notices.Ocds;

/// <summary>Wraps releases and records in the packages of OCDS 1.1, with the extensions declared (B1-01, B1-19) and the licence (B1-20).</summary>
public static class OcdsPackage
{
    private const string GitHub = "https://raw.githubusercontent.com/";
    private const string Community = GitHub + "open-contracting-extensions/";

    private static readonly string[] Extensions =
    [
        "https://standard.open-contracting.org/profiles/eu/latest/en/extension.json",
        Community + "ocds_amendment_rationale_classifications_extension/master/extension.json",
        Community + "ocds_budget_breakdown_extension/master/extension.json",
        Community + "ocds_contract_completion_extension/master/extension.json",
        Community + "ocds_documentation_extension/master/extension.json",
        Community + "ocds_pagination_extension/master/extension.json",
        Community + "ocds_suitability_extension/master/extension.json",
        GitHub + "portaledcahn/ocds_Links_extension/main/extension.json",
        GitHub + "cabinetoffice/ocds_uk_extension/main/extension.json",
        Community + "ocds_performance_failures_extension/master/extension.json",
    ];

    /// <summary>How much of a streamed package is gathered before it goes out.</summary>
    public const int FlushBytes = 32 * 1024;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A page of releases, each byte for byte as it was published; <paramref name="next"/> is the address of the following page.</summary>
    public static byte[] Releases(NoticeSettings settings, Uri self, DateTimeOffset publishedAt, IEnumerable<string> releases, Uri? next) => Write(settings, self, publishedAt, writer =>
    {
        writer.WriteStartArray("releases");
        foreach (string release in releases)
        {
            writer.WriteRawValue(release);
        }

        writer.WriteEndArray();
        if (next is not null)
        {
            writer.WriteStartObject("links");
            writer.WriteString("next", next.AbsoluteUri);
            writer.WriteEndObject();
        }
    });

    /// <summary>A package of any length, written as the releases come; at most about <see cref="FlushBytes"/> of it are held at a time. Returns how many there were.</summary>
    public static async Task<int> StreamReleases(Stream into, NoticeSettings settings, Uri self, DateTimeOffset publishedAt, IAsyncEnumerable<string> releases, CancellationToken cancellation)
    {
        int written = 0;
        await using Utf8JsonWriter writer = new(into, Plain);
        writer.WriteStartObject();
        Head(writer, settings, self, publishedAt);
        writer.WriteStartArray("releases");
        await foreach (string release in releases.WithCancellation(cancellation))
        {
            writer.WriteRawValue(release, skipInputValidation: true);
            written++;
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync(cancellation);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
        return written;
    }

    /// <summary>The record of one contracting process: its releases and what they say together.</summary>
    public static byte[] Record(NoticeSettings settings, Uri self, DateTimeOffset publishedAt, string ocid, IReadOnlyList<string> releases) => Write(settings, self, publishedAt, writer =>
    {
        writer.WriteStartArray("records");
        writer.WriteStartObject();
        writer.WriteString("ocid", ocid);
        writer.WriteStartArray("releases");
        foreach (string release in releases)
        {
            writer.WriteRawValue(release);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("compiledRelease");
        JsonObject compiled = CompiledRelease.Of([.. releases.Select(OcdsJson.Tree)]);
        compiled.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    private static byte[] Write(NoticeSettings settings, Uri self, DateTimeOffset publishedAt, Action<Utf8JsonWriter> content)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, Plain))
        {
            writer.WriteStartObject();
            Head(writer, settings, self, publishedAt);
            content(writer);
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Head(Utf8JsonWriter writer, NoticeSettings settings, Uri self, DateTimeOffset publishedAt)
    {
        writer.WriteString("uri", self.AbsoluteUri);
        writer.WriteString("version", "1.1");
        writer.WriteStartArray("extensions");
        foreach (string extension in Extensions)
        {
            writer.WriteStringValue(extension);
        }

        writer.WriteEndArray();
        writer.WriteString("publishedDate", NoticeFacts.Stamp(publishedAt));
        writer.WriteStartObject("publisher");
        writer.WriteString("name", settings.Publisher);
        writer.WriteString("uri", settings.Address);
        writer.WriteEndObject();
        writer.WriteString("license", "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");
        writer.WriteString("publicationPolicy", settings.Address + "/developers");
    }
}
