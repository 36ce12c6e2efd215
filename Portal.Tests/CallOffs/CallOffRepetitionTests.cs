using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>A case system that lost the answer asks again: one call-off, found again by its key, its place, or its decision.</summary>
public sealed class CallOffRepetitionTests : IAsyncLifetime
{
    private const string Url = "/api/v1/call-offs";
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_same_key_answers_the_same_call_off()
    {
        HttpClient http = await market.CaseSystem();
        string decision = await Allowed(http);

        (HttpStatusCode first, string? at, JsonElement made) = await Post(http, decision, "lost-1");
        (HttpStatusCode again, string? stillAt, JsonElement same) = await Post(http, decision, "lost-1");
        (int read, JsonElement found) = await http.Send(HttpMethod.Get, at!);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first, again));
        Assert.Equal($"{Url}/{made.Text("id")}", at);
        Assert.Equal((at, made.ToString()), (stillAt, same.ToString()));
        Assert.Equal((200, made.ToString()), (read, found.ToString()));
        Assert.Equal(1, await market.App.WithDb(db => db.Set<Domain.CallOffs.CallOff>().CountAsync()));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_an_empty_or_doubled_key_too()
    {
        HttpClient http = await market.CaseSystem();
        string decision = await Allowed(http);
        await Post(http, decision, "key-1");

        (HttpStatusCode other, _, JsonElement problem) = await Post(http, decision, "key-1", "2026-11-26");
        (HttpStatusCode tooLong, _, _) = await Post(http, decision, new string('k', 256));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest), (other, tooLong));
        Assert.Contains("another body", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_refusal_names_the_call_off_made()
    {
        HttpClient http = await market.CaseSystem();
        string decision = await Allowed(http);
        (_, _, JsonElement made) = await Post(http, decision, null);
        (HttpStatusCode again, _, JsonElement used) = await Post(http, decision, null);
        (HttpStatusCode otherKey, _, JsonElement usedToo) = await Post(http, decision, "new");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (again, otherKey));
        Assert.All([used, usedToo], problem => Assert.Contains($"Call-off {made.Text("id")} was made", problem.GetProperty("reasons")[0].Text("text"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_request_many_times_at_once_is_one_call_off()
    {
        HttpClient http = await market.CaseSystem();
        string decision = await Allowed(http);

        (HttpStatusCode Status, string? At, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Post(http, decision, "at-once")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.At).Distinct());
        Assert.Equal(1, await market.App.WithDb(db => db.Set<Domain.CallOffs.CallOff>().CountAsync()));
    }

    [Fact]
    public async Task A_key_of_one_client_says_nothing_to_another_and_its_call_off_is_not_there()
    {
        HttpClient http = await market.CaseSystem();
        (_, string? at, _) = await Post(http, await Allowed(http), "mine");
        HttpClient hartlepool = await market.CaseSystem("hartlepool-casework");

        Assert.Equal(404, (await hartlepool.Send(HttpMethod.Get, at!)).Status);
        Assert.Equal(403, (await (await market.CaseSystem(scope: "gate")).Send(HttpMethod.Get, at!)).Status);
    }

    private static async Task<string> Allowed(HttpClient http)
    {
        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, Guid.NewGuid().ToString());
        return decided.Text("id");
    }

    private static async Task<(HttpStatusCode Status, string? At, JsonElement Body)> Post(HttpClient http, string decision, string? key, string from = "2026-11-24")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(Url, UriKind.Relative)) { Content = new StringContent(JsonSerializer.Serialize(new { decision, from, weeks = 20 }), Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        return (answer.StatusCode, answer.Headers.Location?.ToString(), JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }
}
