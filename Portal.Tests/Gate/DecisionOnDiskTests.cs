using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Gate;
using Portal.Tests.Durability;

namespace Portal.Tests.Gate;

/// <summary>A recorded decision is acknowledged when it is numbered in the log, whose commit waits for the disk for both; whichever write fails, the same request repeated leads to one decision.</summary>
public sealed class DecisionOnDiskTests : IAsyncLifetime
{
    private const int MostWrites = 40;

    private readonly FailingDisk disk = new();
    private readonly GateMarket market;

    public DecisionOnDiskTests() => market = new GateMarket([disk]);

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Whichever_write_or_commit_fails_nothing_is_acknowledged_that_is_not_numbered()
    {
        HttpClient http = await market.CaseSystem();
        int refused = 0;
        int n = 0;
        bool reached = true;
        while (reached && n < MostWrites)
        {
            string child = string.Create(CultureInfo.InvariantCulture, $"C-{++n}");
            disk.FailAt(n);
            (int status, _) = await Ask(http, child);
            reached = disk.Left == 0;
            disk.FailAt(0);
            Assert.True(status != 201 || await Numbered(child) == 1, $"The decision was acknowledged though write {n} failed.");
            refused += status == 201 ? 0 : 1;

            (int again, JsonElement answer) = await Ask(http, child);
            Assert.Equal((201, JsonValueKind.Number), (again, answer.GetProperty("logIndex").ValueKind));
            Assert.Equal(1, await Numbered(child));
            Assert.Equal(1, await market.App.WithDb(db => db.GateDecisions.CountAsync(d => d.ChildReference == child)));
        }

        Assert.InRange(refused, 3, MostWrites);
        Assert.False(reached, "More writes than were tried.");
    }

    private static Task<(int Status, JsonElement Body)> Ask(HttpClient http, string child) =>
        http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = child, childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = "6100.00" }, child);

    private Task<int> Numbered(string child) => market.App.WithDb(async db =>
    {
        string[] subjects = [.. (await db.GateDecisions.Where(d => d.ChildReference == child).Select(d => d.Id).ToListAsync()).Select(id => $"gate/{id.Value}")];
        return await db.LogEntries.CountAsync(e => subjects.Contains(e.Subject) && e.Action == "gate.decided" && e.Index != null);
    });
}
