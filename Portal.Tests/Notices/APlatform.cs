using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Notices;

/// <summary>A national platform on a real port of this machine: takes a release once per key, and answers badly as often as it is told to.</summary>
public sealed class APlatform : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<int> bad = new();
    private readonly CancellationTokenSource closing = new();
    private int asked;
    private int silent;

    public APlatform()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapPost("/notices", (Delegate)Take);
    }

    public Uri Address => new(server.Urls.Single() + "/notices");

    /// <summary>The keys it took and the numbers it gave.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new();

    public int Asked => asked;

    public Task Start() => server.StartAsync();

    /// <summary>The next answers, one status each; afterwards it is well again.</summary>
    public void Answers(params int[] statuses)
    {
        foreach (int status in statuses)
        {
            bad.Enqueue(status);
        }
    }

    /// <summary>Takes the next notice and keeps the caller waiting for an answer that never comes.</summary>
    public void TakesButNeverAnswersOnce() => silent = 1;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await server.DisposeAsync();
        closing.Dispose();
    }

    private async Task<IResult> Take(HttpContext context)
    {
        Interlocked.Increment(ref asked);
        if (bad.TryDequeue(out int status))
        {
            return Results.Json(new { detail = "The CPV code is unknown." }, statusCode: status);
        }

        int number = Taken.GetOrAdd(context.Request.Headers["Idempotency-Key"].ToString(), _ => Taken.Count + 1);
        if (Interlocked.Exchange(ref silent, 0) == 1)
        {
            using CancellationTokenSource gone = CancellationTokenSource.CreateLinkedTokenSource(closing.Token, context.RequestAborted);
            await Task.Delay(Timeout.Infinite, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Results.Json(new { id = $"{number:000000}-2026", ocid = $"ocds-h6vhtk-{number:000000}" });
    }
}
