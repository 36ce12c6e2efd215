using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>A small region in the whole portal: Warwickshire acceded to WM-2026, Hartlepool did not; the home SC900001 (4 places, 3 taken) stands on it at 6,100 pounds.</summary>
public sealed class GateMarket : IAsyncLifetime
{
    public const string Urn = "SC900001";

    public GateMarket()
        : this([])
    {
    }

    internal GateMarket(IReadOnlyList<IInterceptor> watchers) => App = new PortalApp { Watchers = watchers };

    public PortalApp App { get; }

    public OrganisationId Cooperative { get; private set; }

    public OrganisationId Warwickshire { get; private set; }

    public OrganisationId Hartlepool { get; private set; }

    public OrganisationId Provider { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Cooperative = await App.Organisation();
        Warwickshire = await App.Organisation("E10000031", OrganisationKind.Authority, Cooperative);
        OrganisationId northEast = await App.Organisation("north-east");
        Hartlepool = await App.Organisation("E06000001", OrganisationKind.Authority, northEast);
        Provider = await App.Organisation("P-100", OrganisationKind.Provider);
        await App.WithDb(async db =>
        {
            Framework framework = FrameworkScene.Agreed(Warwickshire, Cooperative);
            framework.GoLive(PortalApp.Start);
            Admission admission = framework.Admit("1", Provider);
            HomeAdmission home = admission.PutForward(Urn);
            home.AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(6100m)) with { OneToOneHour = new Money(26m) }, framework.StartsOn);
            FrameworkScene.SeeEverything(home);
            home.Onboard(FrameworkScene.Good, Judgement.Good, FrameworkScene.Today);
            db.AddRange(framework, admission, home, Accession.OfNamedUser(framework, Warwickshire, "Deed 12", PortalApp.Start));
            foreach ((OrganisationId authority, string name) in new[] { (Warwickshire, "warwickshire-casework"), (Hartlepool, "hartlepool-casework") })
            {
                db.Add(ApiClient.Register(name, await db.Organisations.SingleAsync(o => o.Id == authority), [ApiScope.Gate, ApiScope.CallOffs], "demo", PortalApp.Start));
            }

            await db.Save(Actor.Portal);
        });
        await AddHome(Urn, places: 4, occupied: 3);
    }

    public async ValueTask DisposeAsync() => await App.DisposeAsync();

    public Task AddHome(string urn, int places, int occupied, string host = "E10000031") => App.WithDb(async db =>
    {
        ProviderHome home = ProviderHome.Register(urn, Provider, "Elm House", host, ["residential"], places, Judgement.Good);
        home.StateOccupancy(occupied);
        db.Add(home);
        await db.Save(Actor.Portal);
    });

    public Task Change(string urn, Action<ProviderHome> change) => App.WithDb(async db =>
    {
        change(await db.ProviderHomes.SingleAsync(h => h.Urn == urn));
        await db.Save(Actor.Portal);
    });

    /// <summary>A case system with a token for these scopes.</summary>
    public async Task<HttpClient> CaseSystem(string client = "warwickshire-casework", string scope = "gate calloffs")
    {
        HttpClient http = App.Public();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = "demo", ["scope"] = scope });
        using HttpResponseMessage answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        using JsonDocument token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        return http;
    }
}

/// <summary>JSON calls as a case system makes them.</summary>
internal static class JsonCalls
{
    public static async Task<(int Status, JsonElement Body)> Send(this HttpClient http, HttpMethod method, string url, object? body = null, string? key = null)
    {
        using HttpRequestMessage request = new(method, new Uri(url, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    public static string Text(this JsonElement body, string name) => body.GetProperty(name).ToString();

    public static string[] RulesOf(this JsonElement body) => [.. body.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("rule").GetString()!)];
}
