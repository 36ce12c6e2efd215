using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>A request that is withdrawn, or asked again, at the moment at which its place is called off: one is first, and the other is told why and what is next.</summary>
public sealed class CallOffRaceTests : IAsyncLifetime
{
    private static readonly DateOnly From = new(2026, 11, 24);
    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Of_a_withdrawal_and_a_call_off_at_one_instant_exactly_one_wins()
    {
        HashSet<string> winners = [];
        for (int round = 0; round < 120; round++)
        {
            GateDecision allowed = await Allowed(round);
            string[] said = await AtOnce(round, CallOff(allowed), Said((WithdrawRequest use) => use.Execute(officer, allowed.Id, new Withdrawal("Not needed.", true), default)));

            Assert.Single(said, s => s == "done");
            Assert.Contains(said.Single(s => s != "done"), new[] { "DECISION_USED", "WITHDRAWN" });
            bool used = await market.App.WithDb(db => db.CallOffs.AnyAsync(c => c.GateDecision == allowed.Id));
            bool withdrawn = await market.App.WithDb(db => db.GateDecisions.AnyAsync(d => d.Line == allowed.Line && d.Occasion == DecisionOccasion.Withdrawn));
            Assert.NotEqual(used, withdrawn);
            Assert.Equal(used, said[0] == "done");
            winners.Add(used ? "used" : "withdrawn");
        }

        Assert.Equal(2, winners.Count);
    }

    [Fact]
    public async Task Nothing_is_called_off_on_a_decision_that_was_superseded_before()
    {
        for (int round = 0; round < 15; round++)
        {
            GateDecision allowed = await Allowed(round);
            string[] said = await AtOnce(round, CallOff(allowed), Said((AskAgain use) => use.Execute(officer, allowed.Id, new AddedFacts(null, null, "s.41", null), default)));

            Assert.Contains(said[0], new[] { "done", "NOT_LATEST" });
            Assert.Contains(said[1], new[] { "done", "DECISION_USED" });
            Assert.Contains("done", said);
            long called = await LogRow("gate.calledOff", $"gateLine/{allowed.Line.Value}");
            long superseded = await LogRow("gate.superseded", $"gate/{allowed.Id.Value}");
            Assert.True(called == 0 || superseded == 0 || called < superseded, $"Round {round}: superseded first, then called off.");
        }
    }

    [Fact]
    public async Task A_request_asked_again_after_its_call_off_makes_no_second_placement()
    {
        GateDecision allowed = await Allowed(0);
        CallOff made = await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(allowed.Id, From), default));
        GateDecision again = await market.App.Do((AskAgain use) => use.Execute(officer, allowed.Id, new AddedFacts(null, null, "s.41", null), default));
        Assert.Equal(again.Line, allowed.Line);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(again.Id, From), default)));
        Assert.Equal("DECISION_USED", refused.Reasons[0].Code);
        Assert.Contains(made.Ref, refused.Reasons[0].Text, StringComparison.Ordinal);
        Assert.Single(await market.App.WithDb(db => db.CallOffs.ToListAsync()));
    }

    [Fact]
    public async Task The_case_system_that_comes_second_reads_why_and_what_is_next()
    {
        HttpClient http = await market.CaseSystem();
        GateDecision allowed = await Allowed(0);
        (int first, _) = await http.Send(HttpMethod.Post, $"/api/v1/gate/decisions/{allowed.Id.Value}/withdrawal", new { reason = "The child stays.", childIsSafe = true });
        (int second, JsonElement problem) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = allowed.Id.Value, from = "2026-11-24" });

        Assert.Equal((201, 409), (first, second));
        JsonElement why = problem.GetProperty("reasons")[0];
        Assert.Equal("WITHDRAWN", why.Text("code"));
        Assert.Contains("record a new decision", why.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<GateDecision> Allowed(int child)
    {
        await market.Change(GateMarket.Urn, h => h.StateOccupancy(0));
        var asked = new AskedOption { ChildReference = $"C-{child}", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.SameDay, HomeUrn = GateMarket.Urn, Price = new Money(6100m), Weeks = 26, NewContract = true };
        GateDecision allowed = await market.App.Do((RecordDecision record) => record.Execute(officer, asked, null, default));
        Assert.True(allowed.Permits, allowed.AnswerJson);
        return allowed;
    }

    private Func<Task<string>> CallOff(GateDecision decision) => Said((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, From), default));

    private Func<Task<string>> Said<TUse>(Func<TUse, Task> act)
        where TUse : notnull => async () =>
    {
        try
        {
            await market.App.Do(act);
            return "done";
        }
        catch (RuleBroken refused)
        {
            return refused.Reasons[0].Code;
        }
    };

    // By turns the one and the other has the start of a moment.
    private static async Task<string[]> AtOnce(int round, Func<Task<string>> one, Func<Task<string>> other)
    {
        bool turned = round % 2 == 1;
        Task<string> first = Task.Run(turned ? other : one);
        Task<string> second = Task.Run(turned ? one : other);
        string[] said = await Task.WhenAll(first, second);
        return turned ? [said[1], said[0]] : said;
    }

    private Task<long> LogRow(string action, string subject) =>
        market.App.WithDb(db => db.LogEntries.Where(e => e.Action == action && e.Subject == subject).Select(e => (long)e.Row).FirstOrDefaultAsync());
}
