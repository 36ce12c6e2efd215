using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>Appeals to the duty panel, and what escalates when nobody acts in time.</summary>
public sealed class AppealTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task An_upheld_appeal_records_a_new_decision_with_the_panels_reason_and_three_approvals()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        HttpClient browser = await market.App.SignedInAs(officer);
        HttpClient panel = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        GateDecision blocked = await Blocked(officer);
        Assert.Contains("Appeal to the duty panel", await browser.Page($"/gate/decisions/{blocked.Id.Value}"));

        HttpResponseMessage lodged = await browser.PostForm($"/gate/decisions/{blocked.Id.Value}/appeal", ("Form.Grounds", "Her brother lives in this home."));
        string appeal = lodged.Headers.Location!.ToString();
        Assert.Contains("Tuesday 24 November 2026", PostForms.Words(await panel.Page(appeal)));
        Assert.Contains(appeal, await panel.Page("/gate/scrutiny"));
        Assert.Contains(appeal, await panel.Page("/today"));
        Assert.Equal(HttpStatusCode.Redirect, (await panel.PostForm(appeal, ("Form.Upheld", "true"), ("Form.Words", "Brothers and sisters together."))).StatusCode);

        GateDecision result = await market.App.WithDb(db => db.GateDecisions.SingleAsync(d => d.Previous == blocked.Id));
        Assert.Equal((Outcome.AllowWithApproval, "X1", DecisionOccasion.Appealed), (result.Outcome, result.Decisive, result.Occasion));
        Assert.Equal("Appeal upheld: Brothers and sisters together.", result.Asserted.ExceptionReason);
        Assert.Equal(3, result.Answer.RequiredApprovals.Count);
        Assert.Contains("upheld", await market.App.WithDb(db => db.Messages.Where(m => m.Person == officer.Person).Select(m => m.Subject).SingleAsync()));
        string[] log = await market.App.WithDb(db => db.LogEntries.Where(e => e.Subject == $"gate/{blocked.Id.Value}").OrderBy(e => e.Row).Select(e => e.Action).ToArrayAsync());
        Assert.Equal(["gate.decided", "gate.appealLodged", "gate.appealUpheld", "gate.superseded"], log);
    }

    [Fact]
    public async Task A_dismissed_appeal_leaves_the_decision_and_tells_why()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Actor panel = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        GateDecision blocked = await Blocked(officer);
        Appeal appeal = await market.App.Do((LodgeAppeal lodge) => lodge.Execute(officer, blocked.Id, "We like it.", default));
        await market.App.Do((AnswerAppeal answer) => answer.Execute(panel, appeal.Id, false, "A suitable place was offered on terms.", default));

        HttpClient browser = await market.App.SignedInAs(officer);
        Assert.Contains("A suitable place was offered on terms.", PostForms.Words(await browser.Page($"/gate/appeals/{appeal.Id.Value}")));
        Assert.Equal(1, await market.App.WithDb(db => db.GateDecisions.CountAsync()));
        await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((AnswerAppeal answer) => answer.Execute(panel, appeal.Id, true, "Again.", default)));
    }

    [Fact]
    public async Task No_panel_lifts_what_is_not_discretion_and_nobody_answers_their_own()
    {
        Actor both = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        await market.Change(GateMarket.Urn, h => h.RecordOutcome(Registration.Active, Judgement.Inadequate, false, "Register, today"));
        GateDecision stopped = await market.App.Do((RecordDecision record) => record.Execute(both, Asked(6100m), null, default));
        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((LodgeAppeal lodge) => lodge.Execute(both, stopped.Id, "Please.", default)));
        Assert.Equal("NOT_DISCRETION", refused.Reasons[0].Code);

        await market.Change(GateMarket.Urn, h => h.RecordOutcome(Registration.Active, Judgement.Good, false, "Register, today"));
        GateDecision blocked = await Blocked(both);
        Appeal appeal = await market.App.Do((LodgeAppeal lodge) => lodge.Execute(both, blocked.Id, "Please.", default));
        Actor asCommissioner = both with { Organisation = market.Cooperative, Roles = new HashSet<Role> { Role.RccCommissioner } };
        RuleBroken own = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((AnswerAppeal answer) => answer.Execute(asCommissioner, appeal.Id, true, "Fine.", default)));
        Assert.Equal("SEGREGATION", own.Reasons[0].Code);
        Actor stranger = await market.App.Someone(await market.App.Organisation("north-east"), Role.RccCommissioner);
        await Assert.ThrowsAsync<NotFound>(() => market.App.Do((AnswerAppeal answer) => answer.Execute(stranger, appeal.Id, true, "Fine.", default)));
    }

    [Fact]
    public async Task What_is_not_done_in_time_escalates_once_to_the_director_and_the_co_operative()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Actor colleague = await market.App.Someone(market.Warwickshire, Role.HeadOfService);
        await market.App.Do((RecordDecision record) => record.Execute(officer, Asked(7200m) with { Urgency = Urgency.OutOfHours, NeededBy = null, Declaration = "Police protection." }, null, default));
        GateDecision blocked = await Blocked(officer, "C-9");
        await market.App.Do((LodgeAppeal lodge) => lodge.Execute(officer, blocked.Id, "Please.", default));
        FollowUpDuty review = await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.What == Duty.RccReview));
        await market.App.Do((CompleteDuty done) => done.Execute(colleague, review.Id, "Reviewed.", default));

        market.App.Clock.MoveTo(new DateTimeOffset(2026, 12, 2, 0, 30, 0, TimeSpan.Zero));
        int first = await market.App.Do((EscalateOverdue look) => look.Execute(default));
        int second = await market.App.Do((EscalateOverdue look) => look.Execute(default));

        Assert.Equal((2, 0), (first, second));
        List<Message> told = await market.App.WithDb(db => db.Messages.Where(m => m.Key != null).ToListAsync());
        Assert.Equal(2, told.Count(m => m.Subject.StartsWith("An emergency was not ratified", StringComparison.Ordinal)));
        Assert.Contains(told, m => m.Role == Role.Director && m.Organisation == market.Warwickshire);
        Assert.Contains(told, m => m.Role == Role.RccCommissioner && m.Organisation == market.Cooperative);
        Assert.Contains(told, m => m.Subject == "An appeal was not answered within one working day");
        HttpClient panel = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        Assert.Contains("Escalated", await panel.Page("/gate/scrutiny"));
    }

    private Task<GateDecision> Blocked(Actor officer, string child = "C-1") =>
        market.App.Do((RecordDecision record) => record.Execute(officer, Asked(7200m) with { ChildReference = child }, null, default));

    private static AskedOption Asked(decimal price) => new()
    {
        ChildReference = "C-1",
        ChildAge = 14,
        ServiceType = "residential",
        Urgency = Urgency.Planned,
        NeededBy = PortalApp.Start.AddDays(20),
        HomeUrn = GateMarket.Urn,
        Price = new Money(price),
        Weeks = 26,
        NewContract = true,
    };
}
