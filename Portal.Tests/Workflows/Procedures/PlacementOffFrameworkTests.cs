using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>The gate's exception path, played from the decision to the last duty.</summary>
public sealed class PlacementOffFrameworkTests : IAsyncLifetime
{
    private const string Procedure = "PlacementOffFramework";
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task In_an_emergency_the_child_is_placed_first_and_the_duties_of_days_1_5_and_10_follow()
    {
        PortalApp app = market.App;
        app.Clock.MoveTo(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        HttpClient http = await market.CaseSystem("hartlepool-casework");
        (_, JsonElement decided) = await http.Send(
            HttpMethod.Post,
            "/api/v1/gate/decisions",
            new { homeUrn = GateMarket.Urn, childAge = 14, serviceType = "residential", price = "7200.00", childReference = "C-4711", declaration = "Police protection at 1.15am; the only bed." },
            "e-1");
        Assert.Equal("allowEmergency", decided.Text("outcome"));
        string subject = $"gateLine/{decided.Text("id")}";
        await app.Pump();
        Assert.Equal(["call-off"], await app.WaitsAt(Procedure, subject));

        (int status, JsonElement made) = await http.Send(HttpMethod.Post, "/api/v1/call-offs", new { decision = decided.Text("id"), from = "2026-11-24" });
        Assert.True(status == 201, made.ToString());
        await app.Pump();
        Assert.Equal(["review"], await app.WaitsAt(Procedure, subject));
        Assert.Equal(1, await app.MessagesTo(market.Hartlepool, Role.Finance, "A fee waits for approval"));

        await Done(Duty.RccReview);
        await app.Pump();
        Assert.Equal(["ratify"], await app.WaitsAt(Procedure, subject));
        DateTimeOffset ratify = await app.WithDb(db => db.FollowUpDuties.Where(d => d.What == Duty.Ratified).Select(d => d.DueBy!.Value).SingleAsync());
        await app.PumpAt(ratify.AddMinutes(1));
        Assert.Equal(2, await app.MessagesTo(market.Hartlepool, Role.Director, "Day 5: ratify the emergency"));
        Assert.Equal(2, await Unread("Day 5: ratify the emergency: "));
        await Done(Duty.Ratified);
        await Done(Duty.LegalGround);
        await app.Pump();
        Assert.Equal(0, await Unread("Day 5: ratify the emergency: "));
        Assert.DoesNotContain(decided.Text("id"), string.Concat(await app.WithDb(db => db.Messages.Select(m => m.Subject).ToListAsync())), StringComparison.Ordinal);
        Assert.Equal("/fees", await app.WithDb(db => db.Messages.Where(m => m.Role == Role.Finance && m.Subject.StartsWith("A fee waits")).Select(m => m.Link).SingleAsync()));

        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, subject));
        Assert.Equal(StepOutcome.Skipped, await app.PassedBy(Procedure, subject, "review-28"));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_plain_allow_and_a_block_start_nothing()
    {
        HttpClient http = await market.CaseSystem();
        (_, JsonElement allowed) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "sameDay", homeUrn = GateMarket.Urn, price = 6100 }, "a-1");
        (_, JsonElement blocked) = await (await market.CaseSystem("hartlepool-casework")).Send(HttpMethod.Post, "/api/v1/gate/decisions", Planned(7200m), "a-2");
        await market.App.Pump();

        Assert.Equal(("allow", "block"), (allowed.Text("outcome"), blocked.Text("outcome")));
        Assert.False(await market.App.WithDb(db => db.WorkflowInstances.AnyAsync(i => i.Definition == Procedure)));
    }

    // What nobody has read, nor need read any more.
    private Task<int> Unread(string subject) => market.App.WithDb(db => db.Messages.CountAsync(m => m.Subject.StartsWith(subject) && m.ReadAt == null));

    private async Task Done(Duty what)
    {
        Actor reviewer = await market.App.Someone(market.Hartlepool, Role.RccCommissioner, Role.Director, Role.Legal);
        FollowUpDutyId id = await market.App.WithDb(db => db.FollowUpDuties.Where(d => d.What == what).Select(d => d.Id).SingleAsync());
        await market.App.Do((CompleteDuty complete) => complete.Execute(reviewer, id, "Done and written down.", default));
    }

    private static object Planned(decimal price) => new { childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = GateMarket.Urn, price = price.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), weeks = 26 };
}
