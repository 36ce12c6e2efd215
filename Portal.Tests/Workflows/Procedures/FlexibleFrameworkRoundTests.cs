using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>A re-opening of a flexible framework, played from its announcement to the settled members.</summary>
public sealed class FlexibleFrameworkRoundTests : IAsyncLifetime
{
    private const string Procedure = "FlexibleFrameworkRound";
    private const string Subject = "framework/WM-2026/round/1";
    private static readonly DateTimeOffset Opens = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closes = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_round_opens_and_closes_by_itself_members_are_carried_and_a_newcomer_joins()
    {
        PortalApp app = market.App;
        Actor lead = await Announced();
        await app.Pump();
        Assert.Equal(["opens"], await app.WaitsAt(Procedure, Subject));

        await app.PumpAt(Opens.AddSeconds(1));
        Assert.Equal(RoundStage.Open, await Stage());
        OrganisationId newcomer = await app.Organisation("P-200", OrganisationKind.Provider);
        await app.PumpAt(Closes.AddSeconds(1));
        Assert.Equal(RoundStage.Closed, await Stage());
        Assert.Equal(["settle"], await app.WaitsAt(Procedure, Subject));

        await app.PumpAt(Closes.AddDays(28).AddMinutes(1));
        Assert.Equal(1, await app.MessagesTo(market.Warwickshire, Role.Commissioner, "Settle what becomes"));
        await app.Do((SettleRoundMember settle) => settle.Execute(lead, "WM-2026", 1, new RoundEntry("1", newcomer, RoundStanding.New, "Award of 1 February 2027"), default));
        await app.Do((MoveRound move) => move.Execute(lead, "WM-2026", 1, RoundStage.Completed, null, default));
        await app.Pump();

        FrameworkRound round = await app.WithDb(db => db.FrameworkRounds.Include(r => r.Members).SingleAsync());
        Assert.Equal((1, 1), (round.Count(RoundStanding.Carried), round.Count(RoundStanding.New)));
        Assert.Equal(StepOutcome.Told, await app.PassedBy(Procedure, Subject, "onboard"));
        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, Subject));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_cancelled_round_never_opens()
    {
        Actor lead = await Announced();
        await market.App.Pump();
        await market.App.Do((MoveRound move) => move.Execute(lead, "WM-2026", 1, RoundStage.Cancelled, "Too few places are needed.", default));
        await market.App.PumpAt(Opens.AddDays(1));

        Assert.Equal(RoundStage.Cancelled, await Stage());
        Assert.Equal(InstanceState.EndedEarly, await market.App.StateOf(Procedure, Subject));
    }

    private async Task<Actor> Announced()
    {
        Actor lead = await market.App.Someone(market.Warwickshire, Role.Commissioner);
        await market.App.Do((AnnounceRound announce) => announce.Execute(lead, "WM-2026", Opens, Closes, null, default));
        return lead;
    }

    private Task<RoundStage> Stage() => market.App.WithDb(db => db.FrameworkRounds.Select(r => r.Stage).SingleAsync());
}
