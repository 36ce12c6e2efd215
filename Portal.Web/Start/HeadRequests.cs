namespace Portal.Web.Start;

/// <summary>Answers HEAD wherever GET is answered, with the same status and headers and no body (RFC 9110 §9.3.2), for those who watch an address or check a link. Not for people who are signed in: what they read is evidence, and with HEAD nobody has read anything.</summary>
public static class HeadRequests
{
    // The upload protocol gives HEAD a meaning of its own.
    private static readonly PathString[] OwnHead = ["/api/v1/uploads", "/uploads"];

    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method) || context.Request.Cookies.ContainsKey(AccountsStart.CookieName) || Array.Exists(OwnHead, p => context.Request.Path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }

        Stream body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
    });
}
