using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit.Sequencing;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Bench;

/// <summary>B4: a recorded gate decision and a simulation over real HTTP, with few and with many past purchases, by turns with one indexed lookup on the same database and with bare endpoints on the same machine.</summary>
internal static class GateBench
{
    private const int Lookups = 5;

    private const int Warming = 50;

    public static async Task Run(Scale scale)
    {
        GateMarket market = new();
        market.App.UseKestrel(0);
        market.App.StartServer();
        await market.InitializeAsync();
        await using PortalApp app = market.App;
        GateRegion region = new(market);
        await region.Build(scale == Scale.Small ? 500 : 10_000);
        await using GateBare bare = await GateBare.Start(app.Folder);
        Uri portal = app.ClientOptions.BaseAddress;
        using HttpClient anybody = new() { BaseAddress = portal };
        using HttpClient caseSystem = new() { BaseAddress = portal };
        caseSystem.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token(anybody));
        using HttpClient plain = new() { BaseAddress = bare.Address };
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bare.Token());
        foreach (int purchases in scale == Scale.Small ? [1_000, 10_000] : new[] { 10_000, 1_000_000 })
        {
            region.Buy(purchases);
            await Number(app);
            await Measure(app.Folder, region, (caseSystem, anybody, plain), purchases, scale == Scale.Small ? 60 : 1_000);
        }
    }

    private static async Task Measure(string folder, GateRegion region, (HttpClient CaseSystem, HttpClient Anybody, HttpClient Plain) clients, int purchases, int times)
    {
        using BareDatabase database = new(folder);
        database.Execute("ANALYZE");
        using SqliteCommand lookup = database.Prepare("SELECT \"Unit\" FROM \"PlacementPrices\" WHERE \"Id\" = $id", ("$id", ""));
        Dictionary<string, List<double>> all = new() { ["lookup"] = [], ["bare endpoint"] = [], ["bare row"] = [], ["simulation"] = [], ["decision"] = [] };
        for (int i = 0; i < times + Warming; i++)
        {
            string asked = Asked(region.Home(i * 7919), i);
            lookup.Parameters[0].Value = string.Create(CultureInfo.InvariantCulture, $"30000000-0000-4000-8000-{1 + (i * 7919L % purchases):000000000000}");
            all["lookup"].Add(await One(() => Task.FromResult(lookup.ExecuteScalar())));
            all["bare endpoint"].Add(await One(() => Must(clients.Plain, "/nothing", Simulated, null, 200)));
            all["simulation"].Add(await One(() => Must(clients.Anybody, "/api/v1/gate/simulations", Simulated, null, 200)));
            all["bare row"].Add(await One(() => Must(clients.Plain, "/row", asked, null, 201)));
            all["decision"].Add(await One(() => Must(clients.CaseSystem, "/api/v1/gate/decisions", asked, $"{purchases}-{i}", 201)));
        }

        Say(purchases, all);
    }

    // A portal numbers its log every second; here nobody has, and statistics taken then would say that most entries wait.
    private static Task Number(PortalApp app) => app.With(services => services.GetRequiredService<LogSequencer>().NumberPending());

    private static void Say(int purchases, Dictionary<string, List<double>> all)
    {
        double At(string what, double share) => Pairs.Percentile(all[what].GetRange(Warming, all[what].Count - Warming), share);
        foreach (double share in new[] { 0.5, 0.99 })
        {
            double five = Lookups * At("lookup", share);
            double simulation = At("bare endpoint", share) + five;
            double decision = At("bare row", share) + five;
            Pairs.Say($"{purchases} purchases, p{share * 100:0}: lookup {At("lookup", share):0.000} ms, bare endpoint {At("bare endpoint", share):0.000} ms, bare authenticated endpoint with one committed row {At("bare row", share):0.000} ms");
            Pairs.Say($"  simulation {At("simulation", share):0.000} ms = {At("simulation", share) / At("lookup", share):0.0} lookups = {At("simulation", share) / At("bare endpoint", share):0.00} bare endpoints; against bare endpoint + {Lookups} lookups {At("simulation", share) / simulation:0.00}; aim ≤ 1");
            Pairs.Say($"  decision {At("decision", share):0.000} ms = {At("decision", share) / At("lookup", share):0.0} lookups = {At("decision", share) / At("bare endpoint", share):0.00} bare endpoints; against bare row + {Lookups} lookups {At("decision", share) / decision:0.00}; aim ≤ 1");
        }
    }

    private const string Simulated = """
        {"at":"2026-11-23T10:00:00Z","authority":{"code":"E10000031","rcc":"west-midlands"},"child":{"age":14},"need":{"serviceType":"residential","urgency":"sameDay","neededBy":"2026-11-24T00:00:00Z"},
         "option":{"kind":"provider","homeUrn":"SC900001","registration":"active","price":"6500.00","distance":"own"},
         "priceRegister":[{"framework":"SE-2026","homeUrn":"SC900001","serviceType":"residential","unit":"week","price":"5900.00","from":"2026-04-01"}],"requester":"u-9"}
        """;

    private static string Asked(string urn, int child) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"childReference":"C-{{child}}","childAge":14,"serviceType":"residential","urgency":"planned","neededBy":"2026-12-20T09:00:00Z","homeUrn":"{{urn}}","price":"6100.00","weeks":26,"newContract":true}""");

    private static async Task<double> One(Func<Task> act)
    {
        long start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<string> Token(HttpClient http)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "warwickshire-casework", ["client_secret"] = "demo", ["scope"] = "gate" });
        using HttpResponseMessage answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        using JsonDocument token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    private static async Task Must(HttpClient http, string url, string body, string? key, int expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(url, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using HttpResponseMessage answer = await http.SendAsync(request);
        if ((int)answer.StatusCode != expected)
        {
            throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
