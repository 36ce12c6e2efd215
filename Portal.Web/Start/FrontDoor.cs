using System.Net;
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
    private static void Trust(ForwardedHeadersOptions options, IReadOnlyList<string> proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string proxy in proxies)
        {
            if (System.Net.IPNetwork.TryParse(proxy, out System.Net.IPNetwork network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else if (IPAddress.TryParse(proxy, out IPAddress? address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                throw new StartRefused($"Portal__Proxies holds “{proxy}”; it must be an address such as 10.0.0.4 or a network such as 10.0.0.0/8.");
            }
        }
    }
}
