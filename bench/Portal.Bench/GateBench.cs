using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Bench;

/// <summary>B4: a recorded gate decision and a simulation through HTTP, with few and with many past purchases, against a bare endpoint, one committed row and five indexed lookups.</summary>
internal static class GateBench
{
    private const int Lookups = 5;

    public static async Task Run(Scale scale)
    {
        GateMarket market = new();
        await market.InitializeAsync();
        await using PortalApp app = market.App;
        await using BareServer bare = await BareServer.Start(Directory.CreateTempSubdirectory("bench-bare-").FullName);
        using HttpClient caseSystem = await market.CaseSystem();
        using HttpClient anybody = app.Public();
        using HttpClient plain = new() { BaseAddress = bare.Address };
        await app.WithDb(async db =>
        {
            db.Add(new PlacementPrice(market.Warwickshire, "C-0", GateMarket.Urn, new Money(6000m), "week", new DateOnly(2026, 1, 1)));
            await db.Save(Actor.Portal);
        });
        int have = 1;
        foreach (int purchases in scale == Scale.Small ? [1_000, 10_000] : new[] { 10_000, 1_000_000 })
        {
            Copies.Make(app.Folder, "PlacementPrices", purchases - have, have, ("Id", "printf('00000000-0000-4000-8000-%012d', n.i)"), ("ChildReference", "'C-' || n.i"));
            have = purchases;
            await Measure(app, (caseSystem, anybody, plain), purchases, scale == Scale.Small ? 20 : 200);
        }
    }

    private static async Task Measure(PortalApp app, (HttpClient CaseSystem, HttpClient Anybody, HttpClient Plain) clients, int purchases, int times)
    {
        using BareDatabase database = new(app.Folder);
        using SqliteCommand lookup = database.Prepare("SELECT \"Unit\" FROM \"PlacementPrices\" WHERE \"Id\" = $id", ("$id", "00000000-0000-4000-8000-000000000500"));
        List<double> decision = [];
        List<double> simulation = [];
        List<double> endpoint = [];
        List<double> commit = [];
        List<double> five = [];
        for (int i = 0; i < times + 10; i++)
        {
            string body = string.Create(CultureInfo.InvariantCulture, $$"""{"childReference":"C-{{i}}","childAge":14,"serviceType":"residential","urgency":"planned","neededBy":"2026-12-20T09:00:00Z","homeUrn":"{{GateMarket.Urn}}","price":"6100.00","weeks":26,"newContract":true}""");
            endpoint.Add(await One(async () => (await clients.Plain.GetAsync(new Uri("nothing", UriKind.Relative))).Dispose()));
            decision.Add(await One(() => Must(clients.CaseSystem, "/api/v1/gate/decisions", body, $"{purchases}-{i}", 201)));
            commit.Add(await One(() => Task.Run(database.CommitOneRow)));
            simulation.Add(await One(() => Must(clients.Anybody, "/api/v1/gate/simulations", Simulated, null, 200)));
            five.Add(await One(() => Task.Run(() =>
            {
                for (int n = 0; n < Lookups; n++)
                {
                    lookup.ExecuteScalar();
                }
            })));
        }

        double bareDecision = P(endpoint, 0.5) + P(commit, 0.5) + P(five, 0.5);
        double bareSimulation = P(endpoint, 0.5) + P(five, 0.5);
        Pairs.Say($"{purchases} purchases: recorded decision p50 {P(decision, 0.5):0.00} ms, p99 {P(decision, 0.99):0.00} ms; bare endpoint + one commit + {Lookups} lookups {bareDecision:0.00} ms; ratio {P(decision, 0.5) / bareDecision:0.0}; aim ≤ 3");
        Pairs.Say($"{purchases} purchases: simulation p50 {P(simulation, 0.5):0.00} ms, p99 {P(simulation, 0.99):0.00} ms; bare endpoint + {Lookups} lookups {bareSimulation:0.00} ms; ratio {P(simulation, 0.5) / bareSimulation:0.0}; aim ≤ 1");
    }

    private const string Simulated = """
        {"at":"2026-11-23T10:00:00Z","authority":{"code":"E10000031","rcc":"west-midlands"},"child":{"age":14},"need":{"serviceType":"residential","urgency":"sameDay","neededBy":"2026-11-24T00:00:00Z"},
         "option":{"kind":"provider","homeUrn":"SC900001","registration":"active","price":"6500.00","distance":"own"},
         "priceRegister":[{"framework":"SE-2026","homeUrn":"SC900001","serviceType":"residential","unit":"week","price":"5900.00","from":"2026-04-01"}],"requester":"u-9"}
        """;

    private static double P(List<double> values, double share) => Pairs.Percentile(values.GetRange(10, values.Count - 10), share);

    private static async Task<double> One(Func<Task> act)
    {
        long start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task Must(HttpClient http, string url, string body, string? key, int expected)
    {
        (int status, _) = await http.Send(HttpMethod.Post, url, body, key);
        if (status != expected)
        {
            throw new InvalidOperationException($"{url} answered {status}.");
        }
    }
}
