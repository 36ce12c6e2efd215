using System.Globalization;
using System.Net;

namespace Portal.Web.Start;

/// <summary>How this portal was told to run: environment variables PORTAL__DATA, PORTAL__DEMO, PORTAL__CLOCK, PORTAL__RATELIMITS, Portal__Operator, Database__Provider, Database__MaxBatchSize and ConnectionStrings__Portal.</summary>
public sealed record PortalSettings(string DataFolder, bool Demo, DateTimeOffset? ClockStart, bool RateLimits, string DatabaseProvider, string? ConnectionString, int? MaxBatchSize = null)
{
    /// <summary>Code of the one co-operative whose administrators operate the portal; null where those of every co-operative do.</summary>
    public string? Operator { get; init; }

    /// <summary>The public address, which every letter links to; null in development only.</summary>
    public Uri? Address { get; init; }

    /// <summary>Addresses or networks (<c>10.0.0.0/8</c>) of the proxies in front, whose word for the visitor's address and scheme counts.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Reads the settings and refuses to start on a wrong one, naming it.</summary>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        bool development = environment.IsDevelopment();
        string? clock = configuration["Portal:Clock"];
        string? demo = configuration["Portal:Demo"];
        string? rateLimits = configuration["Portal:RateLimits"];
        MustBeASwitch(demo, "PORTAL__DEMO");
        MustBeASwitch(rateLimits, "PORTAL__RATELIMITS");
        DevelopmentOnly(development, IsTrue(demo), "PORTAL__DEMO=true");
        DevelopmentOnly(development, !string.IsNullOrEmpty(clock), "PORTAL__CLOCK");
        DevelopmentOnly(development, IsOff(rateLimits), "PORTAL__RATELIMITS=off");
        return new PortalSettings(
            Path.GetFullPath(configuration["Portal:Data"] is { Length: > 0 } folder ? folder : DefaultFolder(environment)),
            development && !IsOff(demo),
            Instant(clock),
            !IsOff(rateLimits),
            Provider(configuration["Database:Provider"]),
            configuration.GetConnectionString("Portal"),
            configuration.GetValue<int?>("Database:MaxBatchSize"))
        {
            Operator = configuration["Portal:Operator"] is { Length: > 0 } body ? body : null,
            Address = PublicAddress(configuration["Portal:Address"], development),
            Proxies = [.. (configuration["Portal:Proxies"] ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)],
        };
    }

    private static string DefaultFolder(IHostEnvironment environment)
    {
        string? checkout = Path.GetDirectoryName(environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));
        return checkout is not null && File.Exists(Path.Combine(checkout, "Procurement.sln"))
            ? Path.Combine(checkout, ".data")
            : Path.Combine(environment.ContentRootPath, ".data");
    }

    private static DateTimeOffset? Instant(string? text) => string.IsNullOrEmpty(text)
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset instant)
            ? instant
            : throw new StartRefused($"PORTAL__CLOCK is “{text}”; it must be an ISO 8601 instant such as 2026-11-23T09:00:00Z.");

    // A letter's link must never follow what a request calls the host.
    private static Uri? PublicAddress(string? text, bool development)
    {
        if (string.IsNullOrEmpty(text))
        {
            return development ? null : throw new StartRefused("Portal__Address is missing. Name the public address of this portal, such as https://tenders.example.gov.uk: every letter links to it.");
        }

        bool usable = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && (development || address.IsLoopback)));
        return usable ? address : throw new StartRefused($"Portal__Address is “{text}”; it must be an https address such as https://tenders.example.gov.uk.");
    }

    private static IPNetwork Network(string proxy) =>
        IPAddress.TryParse(proxy, out IPAddress? address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(proxy, out IPNetwork network) ? network
        : throw new StartRefused($"Portal__Proxies holds “{proxy}”; it must be an address such as 10.0.0.4 or a network such as 10.0.0.0/8.");

    private static string Provider(string? name) => name switch
    {
        null or "" or "Sqlite" => "Sqlite",
        "SqlServer" => "SqlServer",
        _ => throw new StartRefused($"Database__Provider is “{name}”; it must be Sqlite or SqlServer."),
    };

    private static void DevelopmentOnly(bool development, bool asked, string setting)
    {
        if (asked && !development)
        {
            throw new StartRefused($"{setting} works in Development only. Remove it, or set ASPNETCORE_ENVIRONMENT=Development on a machine that holds no real data.");
        }
    }

    private static void MustBeASwitch(string? text, string setting)
    {
        if (!string.IsNullOrEmpty(text) && !IsTrue(text) && !IsOff(text))
        {
            throw new StartRefused($"{setting} is “{text}”; it must be on or off, or true or false.");
        }
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) || text is "1" or "on";

    private static bool IsOff(string? text) => string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) || text is "0" or "off";
}

/// <summary>The portal will not start as it was told to; the message says what to change.</summary>
public sealed class StartRefused(string why) : Exception(why);
