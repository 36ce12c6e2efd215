using Microsoft.Net.Http.Headers;

namespace Portal.Web.Start;

/// <summary>A form in a charset that no reader takes (UTF-7) is no form: whoever asks for its fields finds none, instead of failing; one with such a part is refused when it is read. A token is asked for with plain fields only.</summary>
public static class UnreadableForms
{
    // RFC 6749 §4.4.2.
    private const string OfTokens = "application/x-www-form-urlencoded";

    public static void UseReadableFormsOnly(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.HasFormContentType && !IsReadable(context.Request))
        {
            context.Request.ContentType = "application/octet-stream";
        }

        try
        {
            await next(context);
        }
        catch (NotSupportedException thrown) when (IsOfTheForm(thrown) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    // Which part names which charset is known only to the one who reads it.
    private static bool IsOfTheForm(NotSupportedException thrown) => thrown.StackTrace?.Contains(typeof(Microsoft.AspNetCore.Http.Features.FormFeature).FullName!, StringComparison.Ordinal) == true;

    private static bool IsReadable(HttpRequest request)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? media) && media.Encoding is var _ && (!request.Path.StartsWithSegments("/connect") || media.MediaType.Equals(OfTokens, StringComparison.OrdinalIgnoreCase));
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
