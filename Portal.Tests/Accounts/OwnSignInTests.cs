using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Web.Accounts;
using Portal.Web.Start;

namespace Portal.Tests.Accounts;

/// <summary>Passkeys and organisations' own sign-ins: what is refused (the way through is shown in a browser, in e2e).</summary>
public sealed class OwnSignInTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json at all")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task A_passkey_that_proves_nothing_signs_nobody_in(string credential)
    {
        HttpClient browser = app.Public();

        HttpResponseMessage answer = await browser.PostForm("/accounts/sign-in", "/accounts/sign-in/passkey", [("credential", credential)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Sign in with your password", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_passkey_without_a_ceremony_or_a_name_is_not_added()
    {
        HttpClient browser = await app.SignedInAs(Role.Legal);

        HttpResponseMessage nameless = await browser.PostForm("/accounts/passkeys", ("Form.Name", ""), ("Form.Credential", "{}"));
        HttpResponseMessage forged = await browser.PostForm("/accounts/passkeys", ("Form.Name", "my phone"), ("Form.Credential", "{}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Contains("Enter a name for the passkey", await nameless.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        string page = await forged.Content.ReadAsStringAsync();
        Assert.Contains("could not be checked", page);
        Assert.Contains("value=\"my phone\"", page);
    }

    [Fact]
    public async Task An_unknown_passkey_and_an_unknown_provider_are_not_found()
    {
        HttpClient browser = await app.SignedInAs(Role.Legal);

        HttpResponseMessage passkey = await browser.PostForm("/accounts/passkeys", "/accounts/passkeys/AAAA/remove", []);
        using HttpResponseMessage provider = await browser.GetAsync(new Uri("/accounts/sign-in/with/nobody", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, passkey.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, provider.StatusCode);
    }

    [Theory]
    [InlineData("Authority", null, "Authority is missing")]
    [InlineData("Authority", "http://council.example", "https://")]
    [InlineData("Key", "A Council", "small letters")]
    public void A_half_described_own_sign_in_stops_the_start(string name, string? value, string said)
    {
        Dictionary<string, string?> settings = new() { ["Key"] = "council", ["Name"] = "Council", ["Organisation"] = "E10000031", ["Authority"] = "https://council.example", ["ClientId"] = "portal", [name] = value };
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("SignIn:Providers:0:" + s.Key, s.Value))).Build();

        StartRefused refused = Assert.Throws<StartRefused>(() => OwnProvider.Read(configuration, new HostingEnvironment { EnvironmentName = Environments.Production }));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }
}
