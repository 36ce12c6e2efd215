using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Notices;
using Portal.Tests.Bids;
using Portal.Workflows.Engine;

namespace Portal.Bench;

/// <summary>B8: all releases read page by page through HTTP, from the first to the last, against a JSON writer that has them in memory.</summary>
internal static class ExportBench
{
    private const int Page = 100;

    public static async Task Run(Scale scale)
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet();
        string release = await scene.App.WithDb(db => db.Notices.Select(n => n.ReleaseJson).FirstAsync());
        using HttpClient anybody = scene.App.Public();
        int have = 1;
        foreach (int releases in scale == Scale.Small ? [200, 2_000] : new[] { 10_000, 100_000 })
        {
            Copies.Make(scene.App.Folder, "Notices", releases - have, have, ("Row", "NULL"), ("ReleaseId", "t.\"ReleaseId\" || '-' || n.i"), ("MadeFrom", "1000000 + n.i"));
            have = releases;
            long before = GC.GetTotalMemory(forceFullCollection: true);
            await Pairs.Compare($"{releases} releases in pages of {Page}", 3, () => Write(release, releases), () => Read(anybody, releases), "≤ 2.50 (that is 0.4 of the limit)");
            Pairs.Say($"memory afterwards: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0:0.0} MiB more; one release has {release.Length} signs");
        }
    }

    private static Task Write(string release, int releases)
    {
        for (int done = 0; done < releases; done += Page)
        {
            using MemoryStream page = new();
            using Utf8JsonWriter writer = new(page);
            writer.WriteStartObject();
            writer.WriteStartArray("releases");
            for (int i = 0; i < Page; i++)
            {
                writer.WriteRawValue(release);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.Flush();
        }

        return Task.CompletedTask;
    }

    private static async Task Read(HttpClient anybody, int releases)
    {
        int seen = 0;
        string? next = "/ocds/release-packages?limit=100";
        while (next is not null)
        {
            byte[] page = await anybody.GetByteArrayAsync(new Uri(next, UriKind.RelativeOrAbsolute));
            (int count, next) = Look(page);
            seen += count;
        }

        if (seen != releases)
        {
            throw new InvalidOperationException($"{seen} releases of {releases} were exported.");
        }
    }

    private static (int Count, string? Next) Look(byte[] page)
    {
        using JsonDocument package = JsonDocument.Parse(page);
        string? next = package.RootElement.TryGetProperty("links", out JsonElement links) ? links.GetProperty("next").GetString() : null;
        return (package.RootElement.GetProperty("releases").GetArrayLength(), next);
    }
}
