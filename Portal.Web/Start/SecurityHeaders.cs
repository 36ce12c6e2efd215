namespace Portal.Web.Start;

/// <summary>Headers on every answer: nothing inline, nothing framed, nothing guessed, nothing leaked to other sites.</summary>
public static class SecurityHeaders
{
    /// <summary>For a file that somebody uploaded: whatever it is, it runs nothing and reaches nothing.</summary>
    public const string ForFiles = "sandbox; default-src 'none'";

    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        context.Response.OnStarting(() => PreventCaching(context));
        return next(context);
    });

    // A page that a signed-in person saw must not come back from the browser's cache after sign-out.
    private static Task PreventCaching(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && context.Response.Headers.CacheControl.Count == 0)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
