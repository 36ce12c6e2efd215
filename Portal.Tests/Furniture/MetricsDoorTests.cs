using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Web.Start;

namespace Portal.Tests.Furniture;

/// <summary>The counts of requests by route would tell a stranger how many bids are in: who may read them.</summary>
public sealed class MetricsDoorTests
{
    private const string Key = "a-key-of-twenty-characters";

    [Theory]
    [InlineData("203.0.113.9", null, null, false)]
    [InlineData("127.0.0.1", null, null, true)]
    [InlineData("::1", null, null, true)]
    [InlineData("127.0.0.1", "203.0.113.9", null, false)]
    [InlineData("203.0.113.9", null, "Bearer " + Key, false)]
    public void In_production_without_a_key_only_this_machine_reads_them(string visitor, string? forwarded, string? shown, bool admitted) =>
        Assert.Equal(admitted, Door(Environments.Production, null).Admits(Request(visitor, forwarded, shown)));

    [Theory]
    [InlineData("203.0.113.9", "Bearer " + Key, true)]
    [InlineData("203.0.113.9", "Bearer another-key-of-some-length", false)]
    [InlineData("127.0.0.1", null, false)]
    public void With_a_key_whoever_shows_it_reads_them(string visitor, string? shown, bool admitted) =>
        Assert.Equal(admitted, Door(Environments.Production, Key).Admits(Request(visitor, null, shown)));

    [Fact]
    public void In_development_everybody_reads_them() => Assert.True(Door(Environments.Development, null).Admits(Request("203.0.113.9", null, null)));

    [Fact]
    public void A_short_key_is_refused_at_the_start() =>
        Assert.Contains("Portal__MetricsKey", Assert.Throws<StartRefused>(() => Door(Environments.Production, "short")).Message, StringComparison.Ordinal);

    private static MetricsDoor Door(string environment, string? key) => MetricsDoor.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Portal:MetricsKey", key)]).Build(),
        new HostingEnvironment { EnvironmentName = environment });

    private static HttpRequest Request(string visitor, string? forwarded, string? shown)
    {
        DefaultHttpContext context = new();
        context.Connection.RemoteIpAddress = IPAddress.Parse(visitor);
        if (forwarded is not null)
        {
            context.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        if (shown is not null)
        {
            context.Request.Headers.Authorization = shown;
        }

        return context.Request;
    }
}
