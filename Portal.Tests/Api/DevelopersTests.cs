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
}
