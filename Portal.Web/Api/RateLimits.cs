using System.Globalization;
using System.Threading.RateLimiting;

namespace Portal.Web.Api;

/// <summary>How often one address may ask what needs no token: so many requests in a minute, then 429 with Retry-After.</summary>
public static class RateLimits
{
    /// <summary>Policy of the public calculators, simulations and verifiers.</summary>
    public const string Public = "public";

    /// <summary>Policy of the token endpoint: slow enough that secrets cannot be guessed.</summary>
    public const string Tokens = "tokens";

    /// <summary>Policy of the sign-in page.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of the pages that write a letter to an address that a stranger types: registration and forgotten password.</summary>
    public const string Letters = "letters";

    private const int PublicPerMinute = 300;
    private const int TokensPerMinute = 240;
    private const int SignInPerMinute = 30;
    private const int LettersPerMinute = 5;

    public static void Add(IServiceCollection services, bool off) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            TimeSpan wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan left) ? left : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Public, context => PerAddress(context, PublicPerMinute, off));
        limiter.AddPolicy(SignIn, context => PerAddress(context, SignInPerMinute, off));
        limiter.AddPolicy(Letters, context => PerAddress(context, LettersPerMinute, off));
        limiter.AddPolicy(Tokens, context => PerAddress(context, TokensPerMinute, off));
    });

    private static RateLimitPartition<string> PerAddress(HttpContext context, int perMinute, bool off)
    {
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return off
            ? RateLimitPartition.GetNoLimiter(address)
            : RateLimitPartition.GetFixedWindowLimiter(
                address,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0, AutoReplenishment = true });
    }
}
