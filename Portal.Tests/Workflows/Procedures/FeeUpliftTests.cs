using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>An uplift, played from the request to the day it holds, and its ways to nothing.</summary>
public sealed class FeeUpliftTests : IAsyncLifetime
{
    private const string Procedure = "FeeUplift";
    private readonly PortalApp app = new();
    private UpliftScene scene = null!;

    public async ValueTask InitializeAsync() => scene = await UpliftScene.Open(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Evidence_a_quorate_vote_finance_and_from_its_day_the_new_version_holds()
    {
        UpliftId id = await scene.Ask();
        await app.Pump();
        Assert.Equal(["evidence"], await app.WaitsAt(Procedure, Subject(id)));
        Assert.Equal(1, await app.MessagesTo(scene.Doors.Lead, Role.Commissioner, "asks for an uplift"));

        Actor commissioner = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((PutUpliftToBoard put) => put.Execute(commissioner, id, new EvidenceLooked("The pay award is shown.", null)));
        await app.Pump();
        Assert.Equal(["vote"], await app.WaitsAt(Procedure, Subject(id)));
        Assert.Equal(1, await app.MessagesTo(scene.Board[3], Role.Commissioner, "Vote on an uplift"));

        await scene.Vote(id, BoardVoice.For, BoardVoice.Against, BoardVoice.For, BoardVoice.Abstain);
        await app.Pump();
        Assert.Equal(UpliftStage.Carried, (await scene.Now(id)).Stage);
        Assert.Equal(["finance"], await app.WaitsAt(Procedure, Subject(id)));

        await scene.Confirm(id);
        await app.PumpAt(new DateTimeOffset(2027, 3, 31, 12, 0, 0, TimeSpan.Zero));
        HomeAdmission home = await scene.Doors.Home();
        Assert.Equal((new Money(6100m), new Money(6191.50m)), (home.ScheduleOn(new DateOnly(2027, 3, 31))!.Terms.Core, home.ScheduleOn(UpliftScene.April)!.Terms.Core));
        Assert.Equal(UpliftStage.Confirmed, (await scene.Now(id)).Stage);

        await app.PumpAt(new DateTimeOffset(2027, 3, 31, 23, 0, 1, TimeSpan.Zero));
        Assert.Equal(UpliftStage.InForce, (await scene.Now(id)).Stage);
        Assert.Equal(1, await app.MessagesTo(scene.Doors.Provider, Role.ProviderBidder, "hold today"));
        Assert.Equal(InstanceState.Finished, await app.StateOf(Procedure, Subject(id)));
        Assert.Equal(["uplift.asked", "uplift.putToBoard", "uplift.voted", "uplift.voted", "uplift.voted", "uplift.voted", "uplift.allVoted", "uplift.carried", "uplift.confirmed", "uplift.inForce"], (await scene.Doors.Log(Subject(id))).Where(a => a.StartsWith("uplift.", StringComparison.Ordinal)));
        await app.NothingFailed();
    }

    [Fact]
    public async Task Without_a_quorum_by_the_day_prices_stay_as_they_are_and_a_conflict_counts_for_nothing()
    {
        UpliftId id = await scene.AskAndPut();
        await scene.Vote(id, BoardVoice.For, BoardVoice.Conflicted);
        await app.Pump();
        Assert.Equal(["vote"], await app.WaitsAt(Procedure, Subject(id)));

        await app.PumpAt(new DateTimeOffset(2026, 12, 7, 17, 0, 1, TimeSpan.Zero));

        Uplift uplift = await scene.Now(id);
        Assert.Equal((UpliftStage.NotQuorate, 1, 2), (uplift.Stage, uplift.Present, uplift.QuorumNeeded));
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject(id)));
        Assert.Single((await scene.Doors.Home()).Schedules);
        Assert.Equal(1, await app.MessagesTo(scene.Doors.Provider, Role.ProviderBidder, "come to nothing"));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_tie_is_refused_and_the_provider_may_ask_anew()
    {
        UpliftId id = await scene.AskAndPut();
        await scene.Vote(id, BoardVoice.For, BoardVoice.Against, BoardVoice.Abstain, BoardVoice.Conflicted);
        await app.Pump();

        Assert.Equal(UpliftStage.Refused, (await scene.Now(id)).Stage);
        Assert.NotEqual(id, await scene.Ask());
    }

    [Fact]
    public async Task A_withdrawn_request_ends_and_nobody_votes_any_more()
    {
        UpliftId id = await scene.AskAndPut();
        Actor provider = await app.Someone(scene.Doors.Provider, Role.ProviderBidder);
        await app.Do((WithdrawUplift withdraw) => withdraw.Execute(provider, id, "Our costs fell."));
        await app.Pump();

        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject(id)));
        Assert.Equal("VOTE_CLOSED", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Vote(id, BoardVoice.For))).Reasons[0].Code);
    }

    [Fact]
    public async Task A_provider_that_left_the_lot_meanwhile_gets_no_new_price()
    {
        UpliftId id = await scene.AskAndPut();
        Actor commissioner = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((ChangeAdmission change) => change.Execute(commissioner, scene.Doors.Ref, "1", scene.Doors.Provider, AdmissionStatus.Left, "Closed."));
        await scene.Vote(id, BoardVoice.For, BoardVoice.For, BoardVoice.For, BoardVoice.For);
        await app.Pump();

        Assert.Equal(UpliftStage.Overtaken, (await scene.Now(id)).Stage);
        Assert.Equal(InstanceState.EndedEarly, await app.StateOf(Procedure, Subject(id)));
        Assert.Single((await scene.Doors.Home()).Schedules);
    }

    [Fact]
    public async Task A_price_that_changed_meanwhile_overtakes_the_uplift_before_and_after_finance()
    {
        UpliftId id = await Carried();
        await Cheaper(new DateOnly(2027, 3, 1), 2);
        await scene.Confirm(id);
        Assert.Equal(UpliftStage.Overtaken, (await scene.Now(id)).Stage);

        UpliftId next = await Carried(new DateOnly(2027, 5, 1));
        await scene.Confirm(next);
        await Cheaper(new DateOnly(2027, 4, 15), 4);
        await app.PumpAt(new DateTimeOffset(2027, 5, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(UpliftStage.Overtaken, (await scene.Now(next)).Stage);
        Assert.Equal(new Money(6000m), (await scene.Doors.Home()).ScheduleOn(new DateOnly(2027, 5, 1))!.Terms.Core);
        await app.NothingFailed();
    }

    [Fact]
    [Rule("A11-07")]
    public async Task Finance_that_confirms_late_changes_no_price_backwards()
    {
        UpliftId id = await Carried();
        await app.PumpAt(new DateTimeOffset(2027, 4, 9, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, await app.MessagesTo(scene.Doors.Lead, Role.Finance, "Confirm that it can be paid"));
        await scene.Confirm(id);
        await app.Pump();

        Uplift uplift = await scene.Now(id);
        Assert.Equal((UpliftStage.Confirmed, new DateOnly(2027, 4, 10)), (uplift.Stage, uplift.HoldsFrom));
        Assert.Equal(new Money(6100m), (await scene.Doors.Home()).ScheduleOn(new DateOnly(2027, 4, 9))!.Terms.Core);
    }

    private async Task<UpliftId> Carried(DateOnly? from = null)
    {
        UpliftId id = await scene.AskAndPut(from: from);
        await scene.Vote(id, BoardVoice.For, BoardVoice.For, BoardVoice.For, BoardVoice.For);
        await app.Pump();
        return id;
    }

    private async Task Cheaper(DateOnly from, int version)
    {
        Actor provider = await app.Someone(scene.Doors.Provider, Role.ProviderBidder);
        Actor commissioner = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((ProposePrice propose) => propose.Execute(provider, scene.Doors.Ref, "1", scene.Doors.Urn, PriceTerms.Of(new Money(6000m)), from, "Fewer voids."));
        await app.Do((DecidePrice decide) => decide.Execute(commissioner, new PriceAsked(scene.Doors.Ref, "1", scene.Doors.Urn, version), true, "Cheaper."));
    }

    private static string Subject(UpliftId id) => $"uplift/{id.Value}";
}
