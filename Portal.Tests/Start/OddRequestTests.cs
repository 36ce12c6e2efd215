using System.Net;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Start;

/// <summary>Requests that no browser of the portal's own makes: HEAD, forms without a token, forms that cannot be read. Each gets an answer in words, never a blank page or a 500.</summary>
public sealed class OddRequestTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/tenders")]
    [InlineData("/tenders.atom")]
    [InlineData("/health/live")]
    [InlineData("/log/key")]
    [InlineData("/ocds/release-packages")]
    [InlineData("/api/v1/thresholds")]
    [InlineData("/api/v1/tenders")]
    [InlineData("/nowhere")]
    [InlineData("/today")]
    public async Task HEAD_is_answered_as_GET_is_but_for_the_body(string address)
    {
        HttpClient anyone = app.Public();
        using HttpResponseMessage got = await anyone.GetAsync(new Uri(address, UriKind.Relative), Stop);
        using HttpRequestMessage head = new(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using HttpResponseMessage answer = await anyone.SendAsync(head, Stop);

        Assert.Equal((got.StatusCode, got.Content.Headers.ContentType?.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task HEAD_of_a_person_who_is_signed_in_reads_nothing()
    {
        using HttpClient person = await app.SignedInAs(Role.Commissioner);
        using HttpRequestMessage head = new(HttpMethod.Head, new Uri("/today", UriKind.Relative));
        using HttpResponseMessage answer = await person.SendAsync(head, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/accounts/sign-in", 400, "The form has expired or was incomplete")]
    [InlineData("/nowhere", 404, "Page not found")]
    public async Task A_form_sent_without_its_token_ends_on_a_page_that_says_what_to_do(string address, int status, string title)
    {
        using HttpResponseMessage answer = await Send(address, "Form.Email=a", "application/x-www-form-urlencoded");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a=%00", "application/x-www-form-urlencoded")]
    [InlineData("a=1", "application/x-www-form-urlencoded; charset=utf-7")]
    [InlineData("x", "multipart/form-data")]
    [InlineData("--x\r\nnothing", "multipart/form-data; boundary=x")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=a\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--x--\r\n", "multipart/form-data; boundary=x")]
    [InlineData("MANY", "application/x-www-form-urlencoded")]
    [InlineData("LONG", "application/x-www-form-urlencoded")]
    public async Task A_form_that_cannot_be_read_is_refused_in_words_by_pages_and_by_the_token_endpoint(string body, string type)
    {
        string sent = body switch
        {
            "MANY" => string.Join('&', Enumerable.Range(0, 3000).Select(i => $"a{i}=1")),
            "LONG" => new string('a', 5000) + "=1",
            _ => body,
        };
        using HttpResponseMessage page = await Send("/accounts/sign-in", sent, type);
        using HttpResponseMessage token = await Send("/connect/token", sent, type);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.StatusCode, token.StatusCode));
        Assert.Contains("The form has expired or was incomplete", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("\"error\":\"invalid_request\"", await token.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_method_at_a_health_address_is_405_and_names_the_right_ones()
    {
        using HttpResponseMessage answer = await Send("/health/live", "a=1", "application/x-www-form-urlencoded");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    private async Task<HttpResponseMessage> Send(string address, string body, string type)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await app.Public().PostAsync(new Uri(address, UriKind.Relative), content, Stop);
    }
}
