using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Api.Tokens;

namespace Portal.Tests.Api;

public sealed class TokenTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_shows_its_secret_gets_an_hours_token_that_nobody_stores()
    {
        HttpResponseMessage response = await Ask(("grant_type", "client_credentials"), ("client_id", "warwickshire-casework"), ("client_secret", "demo"), ("scope", "gate"));

        using JsonDocument answer = await Read(response, HttpStatusCode.OK);
        Assert.Equal(("Bearer", 3600, "gate"), (Text(answer, "token_type"), answer.RootElement.GetProperty("expires_in").GetInt32(), Text(answer, "scope")));
        Assert.True(response.Headers.CacheControl?.NoStore);
        JsonWebToken token = new(Text(answer, "access_token"));
        Assert.Equal(("ES256", "at+jwt", "warwickshire-casework"), (token.Alg, token.Typ, token.Subject));
        using JsonDocument keys = await Read(await host.Client.GetAsync("/.well-known/jwks.json", Cancel), HttpStatusCode.OK);
        Assert.Contains(token.Kid, keys.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()));
        Assert.DoesNotContain("\"d\"", keys.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_may_come_by_HTTP_Basic_and_all_scopes_are_given_when_none_is_named()
    {
        using HttpRequestMessage request = Form(("grant_type", "client_credentials"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("warwickshire-casework:demo")));

        using JsonDocument answer = await Read(await host.Client.SendAsync(request, Cancel), HttpStatusCode.OK);
        Assert.Equal("calloffs gate", Text(answer, "scope"));
    }

    [Theory]
    [InlineData("grant_type=password&client_id=warwickshire-casework&client_secret=demo", 400, "unsupported_grant_type")]
    [InlineData("client_id=warwickshire-casework&client_secret=demo", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials&client_id=a&client_secret=demo", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=warwickshire-casework&client_secret=wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=nobody&client_secret=demo", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=warwickshire-casework&client_secret=demo&scope=bids", 400, "invalid_scope")]
    [InlineData("grant_type=client_credentials&client_id=warwickshire-casework&client_secret=demo&scope=gate%20insight", 400, "invalid_scope")]
    public async Task A_refusal_follows_RFC_6749(string form, int status, string error)
    {
        using StringContent body = new(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using JsonDocument answer = await Read(await host.Client.PostAsync("/connect/token", body, Cancel), (HttpStatusCode)status);
        Assert.Equal(error, Text(answer, "error"));
    }

    [Fact]
    public async Task A_secret_shown_twice_or_a_JSON_body_is_an_invalid_request()
    {
        using HttpRequestMessage both = Form(("grant_type", "client_credentials"), ("client_id", "warwickshire-casework"), ("client_secret", "demo"));
        both.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("warwickshire-casework:demo"u8));
        using StringContent json = new("{}", Encoding.UTF8, "application/json");

        Assert.Equal("invalid_request", Text(await Read(await host.Client.SendAsync(both, Cancel), HttpStatusCode.BadRequest), "error"));
        Assert.Equal("invalid_request", Text(await Read(await host.Client.PostAsync("/connect/token", json, Cancel), HttpStatusCode.BadRequest), "error"));
    }

    [Fact]
    public async Task Discovery_names_the_token_endpoint_and_the_keys()
    {
        using JsonDocument answer = await Read(await host.Client.GetAsync("/.well-known/openid-configuration", Cancel), HttpStatusCode.OK);

        Assert.Equal("http://localhost", Text(answer, "issuer"));
        Assert.Equal("http://localhost/connect/token", Text(answer, "token_endpoint"));
        Assert.Equal("http://localhost/.well-known/jwks.json", Text(answer, "jwks_uri"));
    }

    [Fact]
    public async Task The_OpenAPI_document_says_what_is_answered_and_which_scope_opens_it()
    {
        using JsonDocument answer = await Read(await host.Client.GetAsync("/openapi/v1.json", Cancel), HttpStatusCode.OK);

        JsonElement paths = answer.RootElement.GetProperty("paths");
        Assert.True(paths.TryGetProperty("/connect/token", out _));
        JsonElement standstill = paths.GetProperty("/api/v1/calendar/standstill").GetProperty("get").GetProperty("responses");
        Assert.Equal(["application/json"], standstill.GetProperty("200").GetProperty("content").EnumerateObject().Select(content => content.Name));
        Assert.True(standstill.GetProperty("default").GetProperty("content").TryGetProperty("application/problem+json", out _));
        JsonElement security = paths.GetProperty("/api/v1/gate/decisions").GetProperty("post").GetProperty("security")[0];
        Assert.Equal("gate", security.GetProperty("clientCredentials")[0].GetString());
    }

    [Fact]
    public async Task Only_a_hash_of_the_secret_and_an_encrypted_key_are_kept()
    {
        host.Services.GetRequiredService<SigningKeys>().Current();

        await host.OnDatabase(async db => Assert.DoesNotContain("demo", JsonSerializer.Serialize(await db.ApiClients.AsNoTracking().FirstAsync(Cancel)), StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(host.KeyFolder), file => Assert.Throws<System.Security.Cryptography.CryptographicException>(() =>
        {
            using var key = System.Security.Cryptography.ECDsa.Create();
            key.ImportPkcs8PrivateKey(File.ReadAllBytes(file), out _);
        }));
    }

    private static HttpRequestMessage Form(params (string Key, string Value)[] fields) => new(HttpMethod.Post, "/connect/token")
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))),
    };

    private static string? Text(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetString();

    private static async Task<JsonDocument> Read(HttpResponseMessage response, HttpStatusCode status)
    {
        string text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        return JsonDocument.Parse(text);
    }

    private async Task<HttpResponseMessage> Ask(params (string Key, string Value)[] fields)
    {
        using HttpRequestMessage request = Form(fields);
        return await host.Client.SendAsync(request, Cancel);
    }
}
