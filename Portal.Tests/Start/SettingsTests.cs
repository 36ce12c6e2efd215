using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Portal.Web.Mail;
using Portal.Web.Start;

namespace Portal.Tests.Start;

/// <summary>How the portal is told to run, and what it refuses.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Portal:Demo", "true")]
    [InlineData("Portal:Clock", "2026-11-23T09:00:00Z")]
    [InlineData("Portal:RateLimits", "off")]
    public void Production_refuses_to_start_with_a_development_setting(string key, string value)
    {
        StartRefused refused = Assert.Throws<StartRefused>(() => Read("Production", (key, value)));

        Assert.Contains("Development only", refused.Message);
    }

    [Fact]
    public void The_demo_is_on_in_development_off_when_told_and_never_in_production()
    {
        Assert.True(Read("Development").Demo);
        Assert.False(Read("Development", ("Portal:Demo", "false")).Demo);
        Assert.False(Read("Production", ("Portal:Address", "https://tenders.example")).Demo);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://tenders.example")]
    [InlineData("tenders.example")]
    public void Production_refuses_to_start_without_the_address_that_its_letters_link_to(string address)
    {
        StartRefused refused = Assert.Throws<StartRefused>(() => Read("Production", ("Portal:Address", address)));

        Assert.Contains("Portal__Address", refused.Message);
    }

    [Theory]
    [InlineData("Portal:Clock", "yesterday")]
    [InlineData("Portal:Demo", "maybe")]
    [InlineData("Portal:RateLimits", "sometimes")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Portal:Proxies", "the-proxy")]
    public void A_wrong_setting_is_named(string key, string value)
    {
        StartRefused refused = Assert.Throws<StartRefused>(() => Read("Development", (key, value)));

        Assert.Contains(value, refused.Message);
    }

    [Fact]
    public void A_published_portal_finds_its_style_sheets_from_whatever_folder_it_is_started_in()
    {
        string program = Directory.CreateTempSubdirectory("portal-root-").FullName;
        string elsewhere = Directory.CreateDirectory(Path.Combine(program, "elsewhere")).FullName;
        Directory.CreateDirectory(Path.Combine(program, "wwwroot"));

        Assert.Equal(program, PortalHost.Root(elsewhere, program));
        Assert.Null(PortalHost.Root(program, program));
        Assert.Null(PortalHost.Root(elsewhere, elsewhere));
        Directory.Delete(program, recursive: true);
    }

    [Theory]
    [InlineData("", "care-tenders@tenders.example")]
    [InlineData("letters@example.gov.uk", "letters@example.gov.uk")]
    public void Letters_come_from_the_setting_or_from_the_portals_own_address(string from, string expected)
    {
        using System.Net.Mail.MailMessage letter = PickupMail.Message(new Letter("someone@example.org", "About", "Words"), from, Read("Production", ("Portal:Address", "https://tenders.example")));

        Assert.Equal(expected, letter.From!.Address);
    }

    [Fact]
    public void A_clock_that_starts_at_an_instant_runs_on_from_there()
    {
        DateTimeOffset start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        Ticking machine = new();
        PortalClock clock = new(machine, start);
        machine.Elapsed = TimeSpan.FromMinutes(90);

        Assert.Equal(start.AddMinutes(90), clock.GetUtcNow());
    }

    [Fact]
    public void Proxies_are_addresses_and_networks()
    {
        Assert.Equal(["10.0.0.4/32", "10.1.0.0/16", "::1/128"], Read("Development", ("Portal:Proxies", "10.0.0.4;10.1.0.0/16, ::1")).Proxies.Select(p => p.ToString()));
    }

    private static PortalSettings Read(string environment, params (string Key, string Value)[] settings) => PortalSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
        new Place(environment));

    private sealed class Ticking : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }

    private sealed class Place(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "Portal.Web";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
