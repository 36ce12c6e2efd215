using Microsoft.AspNetCore.ResponseCompression;

namespace Portal.Web.Start;

/// <summary>Static files: cached for a year when the address carries a version, for an hour otherwise; text is compressed.</summary>
public static class PortalFiles
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/problem+json"];
    });

    public static void UsePortalFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
