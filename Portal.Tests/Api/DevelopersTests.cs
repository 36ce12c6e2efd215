using System.Net;
using System.Text.Json;
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

    [Fact]
    public async Task The_document_says_what_each_call_takes()
    {
        using HttpClient browser = app.Public();
        using JsonDocument document = JsonDocument.Parse(await browser.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        JsonElement paths = document.RootElement.GetProperty("paths");

        JsonElement draft = paths.GetProperty("/api/v1/tenders/{tender}/bids/{lot}").GetProperty("put");
        Assert.True(draft.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _));
        Assert.Contains("If-Match", draft.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        JsonElement submission = paths.GetProperty("/api/v1/tenders/{tender}/bids/{lot}/submission").GetProperty("post");
        Assert.True(submission.GetProperty("responses").TryGetProperty("201", out _));
        Assert.Contains("Idempotency-Key", submission.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.False(paths.GetProperty("/api/v1/uploads/{id}").GetProperty("get").TryGetProperty("requestBody", out _));
        Assert.True(paths.TryGetProperty("/tenders.atom", out _));
        string[] unsaid = [.. paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Where(call => call.Name is "post" or "put" && !path.Name.EndsWith("/submission", StringComparison.Ordinal) && path.Name != "/api/v1/uploads" && !call.Value.TryGetProperty("requestBody", out _)).Select(call => $"{call.Name} {path.Name}"))];
        Assert.Empty(unsaid);
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_told_to_machines_in_their_form()
    {
        using HttpClient machine = app.Public();

        HttpResponseMessage response = await machine.GetAsync("/tenders/NOPE/dates.ics", TestContext.Current.CancellationToken);

        Assert.Equal((404, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
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
