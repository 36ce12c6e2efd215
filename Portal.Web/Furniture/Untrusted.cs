using Microsoft.Net.Http.Headers;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Start;

namespace Portal.Web.Furniture;

/// <summary>How a file from outside is handed out: always as something to save, never as a page of the portal; its type by its content; in a sandbox should a browser show it all the same.</summary>
public static class Untrusted
{
    public static void Announce(HttpResponse response, string name, string? type, long bytes)
    {
        response.Headers.ContentSecurityPolicy = SecurityHeaders.ForFiles;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.ContentType = FileTypes.MediaType(type);
        response.ContentLength = bytes;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name }.ToString();
    }
}
