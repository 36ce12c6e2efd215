using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Kernel;
using Portal.Web.Start;

namespace Portal.Web.Api;

/// <summary>What went wrong with an API request, as RFC 9457 says it.</summary>
/// <param name="Errors">Messages per field (422).</param>
/// <param name="Reasons">Why a rule refused (409).</param>
public sealed record ApiProblem(
    int Status,
    string Title,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Reason>? Reasons = null)
{
    /// <summary>Further members, such as <c>missing</c> or <c>receipt</c>.</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? More { get; init; }

    /// <summary>Where the developers' page explains this kind of problem.</summary>
    public string Type => $"/developers#problem-{Status}";

    /// <summary>The problem that a bare status stands for.</summary>
    public static ApiProblem Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "The request cannot be read", "The request is malformed."),
        StatusCodes.Status401Unauthorized => new(status, "A token is needed", "Send a bearer token from /connect/token. The developers' page shows how."),
        StatusCodes.Status403Forbidden => new(status, "Not allowed", "This token or person may not do this."),
        StatusCodes.Status404NotFound => new(status, "Not found", "There is no such thing here, or none that you may know of."),
        StatusCodes.Status405MethodNotAllowed => new(status, "Method not allowed", "This address does not take that method."),
        StatusCodes.Status410Gone => new(status, "Gone", "This was here and has expired."),
        StatusCodes.Status412PreconditionFailed => new(status, "Changed meanwhile", "Somebody changed this since you read it. Read it again and use the new ETag."),
        StatusCodes.Status413PayloadTooLarge => new(status, "Too large", "The body is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "Media type not supported", "Send the body in the media type that this address takes."),
        StatusCodes.Status428PreconditionRequired => new(status, "A condition is needed", "Send If-Match with the ETag you read, or If-None-Match: * to create."),
        StatusCodes.Status429TooManyRequests => new(status, "Too many requests", "Wait for the seconds named in Retry-After and try again."),
        StatusCodes.Status503ServiceUnavailable => new(status, "Not available", "The portal cannot answer this at the moment. Try again shortly."),
        StatusCodes.Status507InsufficientStorage => new(status, "No room", "The portal has no room to keep this. Nothing was received or changed, and drafts are kept. Try again after the seconds named in Retry-After."),
        >= 500 => new(status, "Something went wrong", "The fault is the portal's and has been recorded. Try again; nothing was changed."),
        _ => new(status, "Refused", "The request was refused."),
    };

    /// <summary>The problem that an exception of the domain or of reading stands for.</summary>
    public static ApiProblem Of(Exception problem, HttpRequest request) => problem switch
    {
        InputRefused refused => new(StatusCodes.Status422UnprocessableEntity, "The request has mistakes", Summary(refused), refused.Errors),
        RuleBroken refused => new(StatusCodes.Status409Conflict, "A rule refused this", refused.Message, Reasons: refused.Reasons),
        NotFound unknown => Of(StatusCodes.Status404NotFound) with { Detail = unknown.Message },
        NotAllowed refused => Of(StatusCodes.Status403Forbidden) with { Detail = refused.Message },
        StaleVersion when request.Headers.IfMatch.Count > 0 => Of(StatusCodes.Status412PreconditionFailed),
        StaleVersion stale => new(StatusCodes.Status409Conflict, "Changed meanwhile", stale.Message, Reasons: [new Reason("STALE", stale.Message)]),
        UnreadableBody unreadable => Of(unreadable.Status) with { Detail = unreadable.Message },
        BadHttpRequestException bad => Of(bad.StatusCode),
        _ => Of(StorageTrouble.StatusOf(problem) ?? StatusCodes.Status500InternalServerError),
    };

    public async Task Write(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        await JsonSerializer.SerializeAsync(context.Response.Body, this, ApiJson.Options, context.RequestAborted);
    }

    private static string Summary(InputRefused refused) => string.Join(" ", refused.Errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"));
}
