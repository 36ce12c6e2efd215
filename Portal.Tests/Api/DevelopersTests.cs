using System.Net;
using Portal.Tests.Furniture;

namespace Portal.Tests.Api;

public sealed class DevelopersTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_developers_page_shows_everybody_how_to_get_a_token_at_this_address()
    {
        using HttpClient browser = app.Public();

        HttpResponseMessage response = await browser.GetAsync("/developers", TestContext.Current.CancellationToken);

        string page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("http://localhost/connect/token", page, StringComparison.Ordinal);
        Assert.All([400, 401, 403, 404, 409, 412, 415, 422, 428, 429], status => Assert.Contains($"id=\"problem-{status}\"", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST", "/api/v1/calendar/standstill", 405)]
    [InlineData("DELETE", "/ocds/release-packages", 405)]
    [InlineData("GET", "/connect/token", 405)]
    [InlineData("POST", "/api/v1/nowhere", 404)]
    public async Task The_whole_portal_tells_machines_a_wrong_method_from_a_wrong_address(string method, string address, int status)
    {
        using HttpClient machine = app.Public();
        using HttpRequestMessage request = new(new HttpMethod(method), address);

        HttpResponseMessage response = await machine.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("nosniff", response.Headers.GetValues("X-Content-Type-Options"));
    }
}
