using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Bids.Sealing;

namespace Portal.Bench;

/// <summary>The limit of B1: a bare Kestrel endpoint that hashes, seals three envelopes and answers when a shared commit has waited for the disk; no sign-in, no checks, no log, no receipt.</summary>
internal sealed class BareServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly BareDatabase database;
    private readonly Channel<(byte[] Row, TaskCompletionSource Done)> waiting = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
    private readonly Task writer;
    private readonly byte[] publicKey;

    private BareServer(string folder)
    {
        using ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        publicKey = P256.PublicBytes(pair);
        database = new BareDatabase(folder);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/seal", (Delegate)Seal);
        app.MapGet("/nothing", () => "nothing");
        writer = Task.Run(Write);
    }

    /// <summary>How many commits the shared writer made.</summary>
    public int Commits { get; private set; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BareServer> Start(string folder)
    {
        BareServer server = new(folder);
        await server.app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writer;
        await app.DisposeAsync();
        database.Dispose();
    }

    private async Task<IResult> Seal(HttpRequest request)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body);
        byte[] bytes = body.ToArray();
        byte[] row = [.. SHA256.HashData(bytes), .. Hpke.Aes256.Seal(publicKey, [], [], Padding.Pad(bytes)), .. Hpke.Aes256.Seal(publicKey, [], [], Padding.Pad([])), .. Hpke.Aes256.Seal(publicKey, [], [], Padding.Pad([]))];
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await waiting.Writer.WriteAsync((row, done));
        await done.Task;
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private async Task Write()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            List<(byte[] Row, TaskCompletionSource Done)> batch = [];
            while (waiting.Reader.TryRead(out (byte[] Row, TaskCompletionSource Done) one))
            {
                batch.Add(one);
            }

            database.Commit(batch.Select(b => b.Row));
            Commits++;
            batch.ForEach(b => b.Done.SetResult());
        }
    }
}
