using Portal.Web.Start;

namespace Portal.Web.Api;

/// <summary>Around every API address: whatever goes wrong is answered as application/problem+json, never as a page and never with a stack trace.</summary>
public sealed class ApiErrors(RequestDelegate next, KnownMethods methods, ILogger<ApiErrors> log)
{
    private static readonly PathString[] Places = ["/api", "/ocds", "/connect", "/.well-known", "/log", "/openapi", "/health", "/metrics"];

    private static readonly string[] Feeds = ["/dates.ics", "/tenders.atom"];

    // What was said of the answer that is not given now; the security headers stay.
    private static readonly string[] OfTheAnswer = ["Content-Length", "Content-Type", "Content-Encoding", "ETag", "Last-Modified", "Location"];

    /// <summary>Whether an address belongs to machines.</summary>
    public static bool Covers(HttpContext context) =>
        Array.Exists(Places, place => context.Request.Path.StartsWithSegments(place, StringComparison.OrdinalIgnoreCase))
        || context.Request.Path.Value is { } path && Array.Exists(Feeds, feed => path.EndsWith(feed, StringComparison.OrdinalIgnoreCase));

    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null or 0 })
            {
                await (context.Features.Get<ApiProblem>() ?? ApiProblem.Of(StatusOf(context))).Write(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug("The caller of {Path} went away.", context.Request.Path);
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            await Answer(context, problem);
        }
    }

    private int StatusOf(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status404NotFound
            || methods.At(context.Request.Path) is not { Count: > 0 } taken
            || taken.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            return context.Response.StatusCode;
        }

        context.Response.Headers.Allow = string.Join(", ", taken.Contains(HttpMethods.Get) ? taken.Append(HttpMethods.Head).Distinct().Order(StringComparer.Ordinal) : taken);
        return StatusCodes.Status405MethodNotAllowed;
    }

    private async Task Answer(HttpContext context, Exception problem)
    {
        ApiProblem told = ApiProblem.Of(problem, context.Request);
        if (told.Status >= StatusCodes.Status500InternalServerError)
        {
            log.LogError(problem, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
        }

        foreach (string stale in OfTheAnswer)
        {
            context.Response.Headers.Remove(stale);
        }

        StorageTrouble.SayWhenToRetry(context.Response, told.Status);
        await told.Write(context);
    }
}
