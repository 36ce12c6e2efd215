using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Gate;

/// <summary>The authority's case system, registered on a page, gets the same answers from the interface.</summary>
public static class CaseSystemStage
{
    public static async Task Play(Cast cast, string urn)
    {
        using HttpClient system = await Connect(cast);
        JsonElement blocked = await Ask(system, "planned-1", new { homeUrn = urn, childAge = 13, serviceType = "residential", urgency = "planned", price = "6800.00", childReference = "C-4713" });
        Assert.Equal("block", blocked.GetProperty("outcome").GetString());
        Assert.Equal("5900.00", blocked.GetProperty("allowedPrice").GetString());
        Assert.NotEmpty(blocked.GetProperty("reasons")[0].GetProperty("nextStep").GetString()!);
        JsonElement emergency = await Ask(system, "tonight-1", new { homeUrn = urn, childAge = 13, serviceType = "residential", price = "6800.00", declaration = "Police protection; the only bed tonight." });
        Assert.Equal("allowEmergency", emergency.GetProperty("outcome").GetString());
        Assert.NotEmpty(emergency.GetProperty("followUps").EnumerateArray());
    }

    private static async Task<HttpClient> Connect(Cast cast)
    {
        Visitor administrator = await cast.Enter("authority administrator", Role.Administrator, cast.Authority);
        await administrator.Go("/clients");
        await administrator.Type("Name", "our-casework");
        await administrator.Tick("Scopes", "gate");
        await administrator.Press("Register");
        string secret = (await administrator.Page.Locator("pre code").InnerTextAsync()).Trim();
        HttpClient system = new() { BaseAddress = cast.Portal.ClientOptions.BaseAddress };
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "our-casework", ["client_secret"] = secret, ["scope"] = "gate" });
        using HttpResponseMessage answer = await system.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        JsonElement token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        system.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return system;
    }

    private static async Task<JsonElement> Ask(HttpClient system, string key, object facts)
    {
        using HttpRequestMessage question = new(HttpMethod.Post, "/api/v1/gate/decisions") { Content = JsonContent.Create(facts) };
        question.Headers.Add("Idempotency-Key", key);
        using HttpResponseMessage answer = await system.SendAsync(question);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
