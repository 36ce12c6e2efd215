using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Tests.Api;

/// <summary>What machines are told when something is refused. Each test has a host of its own: the clock and the limits are shared by a host.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly ApiHost host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData("rule", 409, "reasons")]
    [InlineData("missing", 404, "detail")]
    [InlineData("denied", 403, "detail")]
    [InlineData("fault", 500, "detail")]
    [InlineData("nowhere", 404, "detail")]
    [InlineData("gate", 401, "detail")]
    public async Task Every_refusal_is_problem_json_and_gives_nothing_away(string probe, int status, string member)
    {
        HttpResponseMessage response = await host.Client.GetAsync("/api/v1/probe/" + probe, Cancel);

        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        using JsonDocument problem = JsonDocument.Parse(text);
        Assert.All(["type", "title", "status", "detail", member], name => Assert.True(problem.RootElement.TryGetProperty(name, out _), name));
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_names_its_code_and_its_id()
    {
        using JsonDocument problem = JsonDocument.Parse(await (await host.Client.GetAsync("/api/v1/probe/rule", Cancel)).Content.ReadAsStringAsync(Cancel));

        JsonElement reason = problem.RootElement.GetProperty("reasons")[0];
        Assert.Equal(("WRONG_STAGE", "A10-01"), (reason.GetProperty("code").GetString(), reason.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task A_token_opens_what_its_scope_names_and_nothing_else()
    {
        string token = await Token();

        Assert.Equal((HttpStatusCode.OK, "warwickshire-casework (system)"), await Probe("gate", token));
        Assert.Equal(HttpStatusCode.Forbidden, (await Probe("bids", token)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Probe("gate", token + "x")).Status);
    }

    [Fact]
    public async Task A_token_ends_after_its_hour_by_the_portals_clock()
    {
        string token = await Token();
        host.Clock.Move(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await Probe("gate", token)).Status);

        host.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Probe("gate", token)).Status);
    }

    [Fact]
    public async Task A_client_that_is_switched_off_is_out_at_once_with_a_token_still_in_its_hour()
    {
        string token = await Token();

        await host.OnDatabase(async db =>
        {
            ApiClient client = await db.ApiClients.SingleAsync(Cancel);
            client.Disable(host.Clock.GetUtcNow());
            await db.Save(Actor.Portal, Cancel);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await Probe("gate", token)).Status);
    }

    [Fact]
    public async Task A_token_that_was_good_a_moment_ago_is_refused_when_its_client_is_switched_off()
    {
        string token = await Token();
        Assert.Equal(HttpStatusCode.OK, (await Probe("gate", token)).Status);

        await host.OnDatabase(async db =>
        {
            (await db.ApiClients.SingleAsync(Cancel)).Disable(host.Clock.GetUtcNow());
            await db.Save(Actor.Portal, Cancel);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await Probe("gate", token)).Status);
    }

    [Fact]
    public async Task A_token_that_was_good_a_moment_ago_is_refused_when_its_key_is_taken_away()
    {
        string token = await Token();
        Assert.Equal(HttpStatusCode.OK, (await Probe("gate", token)).Status);

        foreach (string key in Directory.GetFiles(host.KeyFolder, "*.es256"))
        {
            File.Delete(key);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await Probe("gate", token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Probe("gate", await Token())).Status);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_told_how_long_to_wait()
    {
        HttpResponseMessage last = await host.Client.GetAsync("/api/v1/calendar/standstill?published=2026-11-23", Cancel);
        for (int asked = 1; asked <= 300 && last.IsSuccessStatusCode; asked++)
        {
            last = await host.Client.GetAsync("/api/v1/calendar/standstill?published=2026-11-23", Cancel);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_known_address_asked_in_another_way_says_which_ways_it_takes()
    {
        HttpResponseMessage response = await host.Client.PostAsync("/api/v1/calendar/standstill", null, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("text/plain", "{}", 415)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "{}", 422)]
    public async Task A_body_that_cannot_be_used_says_why(string mediaType, string body, int status)
    {
        using StringContent content = new(body, Encoding.UTF8, mediaType);

        HttpResponseMessage response = await host.Client.PostAsync("/api/v1/evaluation/price-preview", content, Cancel);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private async Task<(HttpStatusCode Status, string Text)> Probe(string probe, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/probe/" + probe);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        HttpResponseMessage response = await host.Client.SendAsync(request, Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<string> Token()
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "warwickshire-casework",
            ["client_secret"] = "demo",
        });
        HttpResponseMessage response = await host.Client.PostAsync("/connect/token", form, Cancel);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }
}
