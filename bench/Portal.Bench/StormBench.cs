using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Bench;

/// <summary>B1 and B1b: submissions of many providers at once, with token, sealed, logged, numbered and with receipt, through Kestrel and the real disk, against <see cref="BareServer"/>.</summary>
internal static class StormBench
{
    public static async Task Run(Scale scale)
    {
        foreach (int stored in scale == Scale.Small ? [0, 1_000] : new[] { 0, 1_000_000 })
        {
            await Storm(scale == Scale.Small ? 16 : 256, scale == Scale.Small ? 2 : 5, stored, "≤ 2.00 (that is 0.5 of the limit)");
        }
    }

    public static Task Burst(Scale scale) => Storm(scale == Scale.Small ? 64 : 2_000, scale == Scale.Small ? 1 : 2, 0, "≤ 2.00 to the last acknowledgement");

    private static async Task Storm(int providers, int pairs, int stored, string aim)
    {
        string folder = Directory.CreateTempSubdirectory("bench-storm-").FullName;
        (string Name, string Secret, Actor Bidder)[] clients = await Prepare(folder, providers);
        await StoredBids.Fill(folder, stored);
        Counting counting = new();
        await using (PortalApp app = PortalApp.On(folder, counting))
        await using (BareServer bare = await BareServer.Start(Directory.CreateTempSubdirectory("bench-bare-").FullName))
        {
            app.UseKestrel(0);
            app.StartServer();
            Uri address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            BidTool[] tools = [.. clients.Select(c => new BidTool(Client(address), c.Name, c.Secret))];
            await Task.WhenAll(tools.Select(t => t.SignIn()));
            using HttpClient plain = Client(bare.Address);
            int round = 0;
            int acknowledged = 0;
            List<double> each = [];
            List<double> limit = [];
            (int Statements, int Commits) counted = default;
            for (int i = 0; i <= pairs; i++)
            {
                await Task.WhenAll(clients.Select(c => BidScene.Draft(app, c.Bidder)));
                double bareTime = await Pairs.Time(() => Task.WhenAll(clients.Select(_ => Post(plain))));
                counting.Take();
                double oursTime = await Pairs.Time(() => Task.WhenAll(tools.Select(t => Submit(t, $"k{round}"))));
                round++;
                if (i > 0)
                {
                    limit.Add(bareTime);
                    each.Add(oursTime);
                    acknowledged += providers;
                    (int statements, int commits) = counting.Take();
                    counted = (counted.Statements + statements, counted.Commits + commits);
                }
            }

            Pairs.Say($"{providers} submissions at once, {stored} bids stored: limit {Pairs.Median(limit):0} ms ({providers * 1000 / Pairs.Median(limit):0} a second), ours {Pairs.Median(each):0} ms ({providers * 1000 / Pairs.Median(each):0} a second), ours / limit {Pairs.Median(each.Zip(limit, (o, l) => o / l)):0.00}; aim {aim}");
            Pairs.Say($"per acknowledged bid: {(double)counted.Statements / acknowledged:0.0} statements, {(double)counted.Commits / acknowledged:0.00} commits that waited for the disk (aim ≤ 0.10)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task Post(HttpClient plain)
    {
        using ByteArrayContent body = new(new byte[2048]);
        using HttpResponseMessage answer = await plain.PostAsync(new Uri("seal", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task Submit(BidTool tool, string key)
    {
        using HttpResponseMessage answer = await tool.Submit("2", key);
        if ((int)answer.StatusCode != 201)
        {
            string said = await answer.Content.ReadAsStringAsync();
            throw new InvalidOperationException($"A submission was answered {answer.StatusCode}: {said}");
        }
    }

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(10) };

    private static async Task<(string Name, string Secret, Actor Bidder)[]> Prepare(string folder, int providers)
    {
        await using BidScene scene = await BidScene.Make(on: folder);
        (string, string, Actor)[] clients = new (string, string, Actor)[providers];
        for (int i = 0; i < providers; i++)
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"P-{1000 + i}");
            Actor bidder = await scene.Bidder(code);
            string name = code.ToLowerInvariant() + "-tool";
            if (i == 0)
            {
                // One bid is there before: what is stored besides is made after its likeness.
                await scene.Draft(bidder);
                await scene.Submit(bidder, "first");
            }

            clients[i] = (name, await scene.App.Do((CreateClient create) => create.Execute(Actor.Portal, name, code, ["bids"])), bidder);
        }

        return clients;
    }
}
