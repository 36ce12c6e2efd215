using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Start;

/// <summary>Who may read <c>/metrics</c>: it counts requests by route, so it would tell a stranger how many bids came in before the opening. Anybody in development; elsewhere this machine, or whoever shows the key of <c>Portal__MetricsKey</c> (at least 20 characters) as a bearer token.</summary>
public sealed class MetricsDoor(bool development, string? key)
{
    private const int LeastLength = 20;

    public static MetricsDoor Read(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string? key = configuration["Portal:MetricsKey"];
        return key is { Length: > 0 and < LeastLength }
            ? throw new StartRefused($"Portal__MetricsKey has {key.Length} characters; it must have at least {LeastLength}.")
            : new MetricsDoor(environment.IsDevelopment(), key);
    }

    /// <summary>Whether these requests are answered; the others are told that there is no such page.</summary>
    public bool Admits(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return development || (key is { Length: > 0 } ? Shows(request, key) : IsThisMachine(request));
    }

    private static bool Shows(HttpRequest request, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())), SHA256.HashData(Encoding.UTF8.GetBytes("Bearer " + key)));

    // A proxy on this machine that nobody told the portal of speaks for the world.
    private static bool IsThisMachine(HttpRequest request) =>
        !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded") && (request.HttpContext.Connection.RemoteIpAddress is not { } visitor || IPAddress.IsLoopback(visitor));
}
