using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Bench;

/// <summary>S6: very long streams through the whole portal and its real disk. Both ends run in this process, so the memory is that of sender and portal together.</summary>
internal static class StreamBench
{
    private const long Mebibyte = 1024 * 1024;

    public static async Task Run(Scale scale)
    {
        string folder = Directory.CreateTempSubdirectory("bench-stream-").FullName;
        string secret = await Prepare(folder);
        await using (PortalApp app = PortalApp.On(folder))
        {
            app.UseKestrel(0);
            app.StartServer();
            Uri address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            using HttpClient client = new() { BaseAddress = address, Timeout = TimeSpan.FromHours(1) };
            BidTool tool = new(client, "p-100-tool", secret);
            await tool.SignIn();
            await Kept(tool, scale == Scale.Small ? 1 : 5, scale == Scale.Small ? 32 * Mebibyte : 2048 * Mebibyte);
            await Refused(tool, folder, scale == Scale.Small ? 32 * Mebibyte : 10_240 * Mebibyte);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> Prepare(string folder)
    {
        await using BidScene scene = await BidScene.Make(on: folder);
        await scene.Bidder("P-100");
        return await scene.App.Do((CreateClient create) => create.Execute(Actor.Portal, "p-100-tool", "P-100", ["bids"]));
    }

    // One file takes at most 2 GiB, so ten are five files; each is taken away again before the next.
    private static async Task Kept(BidTool tool, int files, long bytes)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        for (int i = 0; i < files; i++)
        {
            string place = await Announce(tool.Client, bytes);
            HttpStatusCode answer = await Send(tool.Client, place, new Endless(bytes, () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false))));
            using HttpResponseMessage known = await tool.Client.GetAsync(new Uri(place, UriKind.Relative));
            JsonNode upload = JsonNode.Parse(await known.Content.ReadAsStringAsync())!;
            Pairs.Say($"file {i + 1} of {bytes / Mebibyte} MiB: {(int)answer}, SHA-256 {upload["sha256"]}");
            using HttpRequestMessage away = new(HttpMethod.Delete, place);
            away.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
            using HttpResponseMessage gone = await tool.Client.SendAsync(away);
        }

        Pairs.Say($"memory over {files * bytes / Mebibyte} MiB: grew by at most {(peak - before) / (double)Mebibyte:0.0} MiB");
    }

    // Ten bytes announced, no end sent: refused, and nothing of it stays on the disk.
    private static async Task Refused(BidTool tool, string folder, long bytes)
    {
        long stored = Stored(folder);
        string place = await Announce(tool.Client, 10);
        string said;
        using Endless flood = new(bytes);
        try
        {
            said = ((int)await Send(tool.Client, place, flood)).ToString(CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException broken)
        {
            said = broken.HttpRequestError.ToString(); // the portal hung up while the flood was still coming
        }

        Pairs.Say($"{bytes / Mebibyte} MiB where 10 bytes were announced: {said} after {flood.Position / (double)Mebibyte:0.0} MiB; files grew by {(Stored(folder) - stored) / (double)Mebibyte:0.0} MiB");
    }

    private static long Stored(string folder) => new DirectoryInfo(Path.Combine(folder, "files")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    private static async Task<string> Announce(HttpClient client, long bytes)
    {
        using HttpRequestMessage create = new(HttpMethod.Post, "/api/v1/uploads");
        create.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        create.Headers.TryAddWithoutValidation("Upload-Length", bytes.ToString(CultureInfo.InvariantCulture));
        using HttpResponseMessage created = await client.SendAsync(create);
        return created.EnsureSuccessStatusCode().Headers.Location!.OriginalString;
    }

    private static async Task<HttpStatusCode> Send(HttpClient client, string place, Endless content)
    {
        using HttpRequestMessage patch = new(HttpMethod.Patch, place) { Content = new StreamContent(content, 64 * 1024) };
        patch.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        patch.Headers.TransferEncodingChunked = true;
        patch.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        patch.Headers.TryAddWithoutValidation("Upload-Offset", "0");
        using HttpResponseMessage answer = await client.SendAsync(patch);
        return answer.StatusCode;
    }
}
