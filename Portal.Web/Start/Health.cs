using System.Diagnostics;
using System.Globalization;
using Portal.Web.Bids.Uploads;
using Portal.Web.Printing;

namespace Portal.Web.Start;

/// <summary>One thing that must work before the portal may be given traffic; found by itself.</summary>
public interface IReadiness
{
    string Name { get; }

    /// <summary>Null when ready; otherwise what is wrong, in words for the person on duty.</summary>
    Task<string?> WhatIsWrong(CancellationToken cancel);
}

/// <summary>GET /health/live (the process), /health/ready (database, file store, log) and /metrics (Prometheus text, to whom <see cref="MetricsDoor"/> admits).</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous();
        endpoints.MapGet("/health/ready", Ready).AllowAnonymous();
        endpoints.MapGet("/metrics", (HttpRequest request, MetricsDoor door, Meters meters) => door.Admits(request) ? Results.Text(meters.ToPrometheus(), "text/plain; version=0.0.4") : Results.NotFound()).AllowAnonymous();
    }

    private static async Task<IResult> Ready(IEnumerable<IReadiness> checks, IPdfPrinter printer, ScannerWatch scanner, CancellationToken cancel)
    {
        List<object> answers = [];
        bool ready = true;
        foreach (IReadiness check in checks)
        {
            long started = Stopwatch.GetTimestamp();
            string? wrong = await Ask(check, cancel);
            ready &= wrong is null;
            answers.Add(new { name = check.Name, ok = wrong is null, detail = wrong, milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1).ToString(CultureInfo.InvariantCulture) });
        }

        return Results.Json(new { status = ready ? "ready" : "not ready", checks = answers, pdf = printer.WhyNot ?? "available", scanner = await scanner.WhyNot(cancel) ?? "available" }, statusCode: ready ? 200 : 503);
    }

    private static async Task<string?> Ask(IReadiness check, CancellationToken cancel)
    {
        try
        {
            return await check.WhatIsWrong(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure.GetType().Name;
        }
    }
}
