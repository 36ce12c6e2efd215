using Microsoft.Net.Http.Headers;

namespace Portal.Web.Start;

/// <summary>A form in a charset that no reader takes (UTF-7) is no form: whoever asks for its fields finds none, instead of failing.</summary>
public static class UnreadableForms
{
    public static void UseReadableFormsOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.HasFormContentType && !IsReadable(context.Request.ContentType))
        {
            context.Request.ContentType = "application/octet-stream";
        }

        return next(context);
    });

    private static bool IsReadable(string? contentType)
    {
        try
        {
            return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? media) && media.Encoding is var _;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }
}
