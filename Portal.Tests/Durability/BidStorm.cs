using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>Bid tools that save and submit as fast as they can, and remember every acknowledgement; what the portal has afterwards is held against that.</summary>
internal sealed class BidStorm
{
    private readonly ConcurrentDictionary<string, (string Submission, long Index)> acknowledged = new();
    private readonly ConcurrentDictionary<string, BidTool> unanswered = new();

    public int Acknowledged => acknowledged.Count;

    public int Unanswered => unanswered.Count;

    /// <summary>A published tender and bid tools of so many providers, on a portal in that folder.</summary>
    public static async Task<(string Name, string Secret)[]> Prepare(string folder, int providers)
    {
        await using BidScene scene = await BidScene.Make(on: folder);
        List<(string, string)> clients = [];
        foreach (int n in Enumerable.Range(0, providers))
        {
            string code = string.Create(CultureInfo.InvariantCulture, $"P-{100 + n}");
            await scene.App.Organisation(code, OrganisationKind.Provider);
            string name = code.ToLowerInvariant() + "-tool";
            clients.Add((name, await scene.App.Do((CreateClient create) => create.Execute(Actor.Portal, name, code, ["bids"]))));
        }

        return [.. clients];
    }

    public static async Task<BidTool> Tool((string Name, string Secret) client, int port)
    {
        BidTool tool = new(new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")) }, client.Name, client.Secret);
        await tool.SignIn();
        return tool;
    }

    public static int FreePort()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    /// <summary>Goes on until cancelled; a connection that breaks is tried again with a new bid.</summary>
    public async Task Rage(BidTool tool, string name, CancellationToken until)
    {
        for (int n = 0; !until.IsCancellationRequested; n++)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
            try
            {
                using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete);
                unanswered[key] = tool;
                await Submit(tool, key);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    /// <summary>Submits a draft that is there; a connection that breaks leaves it unanswered.</summary>
    public async Task SubmitOnce(BidTool tool, string key)
    {
        unanswered[key] = tool;
        try
        {
            await Submit(tool, key);
        }
        catch (HttpRequestException)
        {
            // The power is gone.
        }
    }

    /// <summary>Whoever had no answer asks again with the same key, as a bid tool does after a crash.</summary>
    public async Task AskAgain()
    {
        foreach ((string key, BidTool tool) in unanswered)
        {
            using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete);
            await Submit(tool, key);
        }
    }

    /// <summary>Everything that the portal's own database and log say against what was acknowledged.</summary>
    public async Task<IReadOnlyList<string>> Wrong(PortalApp app) =>
    [
        .. await app.WithDb(Missing),
        .. await app.WithDb(MoreThanOne),
        .. await app.Do(async (PublishedLog log) => (await new LogVerifier(log.AsCopy()).Verify(TestContext.Current.CancellationToken)).Findings.Select(f => f.Text)),
    ];

    private async Task Submit(BidTool tool, string key)
    {
        using HttpResponseMessage answer = await tool.Submit("2", key);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            JsonNode receipt = (await BidTool.Json(answer))["receipt"]!;
            acknowledged[key] = (receipt["submission"]!.GetValue<string>(), receipt["logIndex"]!.GetValue<long>());
            unanswered.TryRemove(key, out _);
        }
    }

    private async Task<IEnumerable<string>> Missing(PortalDb db)
    {
        Dictionary<string, SubmissionId> keys = await db.SubmissionKeys.ToDictionaryAsync(k => k.Key, k => k.Submission);
        HashSet<SubmissionId> bids = [.. await db.SealedBids.Select(b => b.Id).ToListAsync()];
        Dictionary<string, long?> entries = await db.LogEntries.Where(e => e.Action == "bid.submitted").ToDictionaryAsync(e => e.Subject, e => e.Index);
        return acknowledged.Where(a => !IsThere(a.Key, SubmissionId.From(Guid.Parse(a.Value.Submission)), a.Value.Index)).Select(a => $"{a.Key} was acknowledged as {a.Value.Submission} and is not there");

        bool IsThere(string key, SubmissionId submission, long index) =>
            keys.GetValueOrDefault(key) == submission && bids.Contains(submission) && entries.GetValueOrDefault($"bid/{BidScene.Ref}/2/{submission}") == index;
    }

    private static async Task<IEnumerable<string>> MoreThanOne(PortalDb db)
    {
        int keys = await db.SubmissionKeys.CountAsync();
        int bids = await db.SealedBids.CountAsync();
        var doubled = await db.SealedBids.Where(b => b.Status == SealedBidStatus.InTime).GroupBy(b => new { b.Lot, b.Bidder }).Where(g => g.Count() > 1).Select(g => g.Key.Bidder).ToListAsync();
        return [.. doubled.Select(b => $"{b} has two bids in time"), .. keys == bids ? Array.Empty<string>() : [$"{keys} keys led to {bids} bids"]];
    }
}
