using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Portal.Web.Start;

/// <summary>What a request may claim before anything is asked: the hosts that this portal answers for, whose word counts for scheme and address, and cookies over TLS only.</summary>
public static class FrontDoor
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddFrontDoor(this WebApplicationBuilder builder, PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Address is { } address && !builder.Environment.IsDevelopment())
        {
            string[] also = builder.Configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [address.Host, .. ThisMachine, .. also.Where(h => h != "*")]);
        }

        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, settings.Proxies));
        builder.Services.Configure<CookiePolicyOptions>(options =>
        {
            options.Secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.HttpOnly = HttpOnlyPolicy.None;
            options.MinimumSameSitePolicy = SameSiteMode.Unspecified;
        });
    }

    public static void UseFrontDoor(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<PortalSettings>().Proxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseCookiePolicy();
    }

    // The host is never taken from a header: links use Portal__Address.
    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (System.Net.IPNetwork proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }
    }
}
