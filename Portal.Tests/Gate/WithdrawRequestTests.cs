using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;
using Portal.Workflows.Engine;

namespace Portal.Tests.Gate;

/// <summary>A request that nobody needs any more is withdrawn by its authority, with the reason; a child needed now is never left behind by it.</summary>
public sealed class WithdrawRequestTests : IAsyncLifetime
{
    private const string Away = "SC900003";
    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        await market.AddHome(Away, places: 4, occupied: 1, host: "E06000001");
        await market.App.WithDb(async db =>
        {
            Framework framework = await db.Frameworks.SingleAsync();
            HomeAdmission home = (await db.Admissions.SingleAsync()).PutForward(Away);
            home.AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(6000m)), framework.StartsOn);
            FrameworkScene.SeeEverything(home);
            home.Onboard(FrameworkScene.Good, Judgement.Good, FrameworkScene.Today);
            db.Add(home);
            await db.Save(Actor.Portal);
        });
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_request_at_a_distance_is_withdrawn_with_a_reason_and_its_approvers_and_procedure_are_told()
    {
        GateDecision waiting = await AtADistance();
        await market.App.Pump();
        Assert.Equal("D7", waiting.Decisive);
        Assert.NotEmpty(await market.App.WaitsAt("PlacementOffFramework", $"gateLine/{waiting.Line.Value}"));
        HttpClient browser = await market.App.SignedInAs(officer);
        string page = $"/gate/decisions/{waiting.Id.Value}";
        Assert.Contains($"{page}/withdrawal", await browser.Page(page), StringComparison.Ordinal);

        HttpResponseMessage empty = await browser.PostForm(page + "/withdrawal", ("Form.Reason", ""));
        HttpResponseMessage withdrawn = await browser.PostForm(page + "/withdrawal", ("Form.Reason", "The child stays with an aunt."));
        await market.App.Pump();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (empty.StatusCode, withdrawn.StatusCode));
        string after = PostForms.Words(await browser.Page(withdrawn.Headers.Location!.ToString()));
        Assert.Contains("This request was withdrawn", after, StringComparison.Ordinal);
        Assert.Contains("The child stays with an aunt.", after, StringComparison.Ordinal);
        GateDecision latest = await Latest(waiting);
        Assert.Equal((2, DecisionOccasion.Withdrawn, false, waiting.Id), (latest.Number, latest.Occasion, latest.Permits, latest.Previous!.Value));
        Assert.Empty(latest.Answer.RequiredApprovals);
        Assert.Equal(InstanceState.EndedEarly, await market.App.StateOf("PlacementOffFramework", $"gateLine/{waiting.Line.Value}"));
        Assert.Equal(1, await market.App.MessagesTo(market.Warwickshire, Role.Director, "Withdrawn: "));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "gate.withdrawn" && e.Person == officer.Person)));
        HttpClient director = await market.App.SignedInAs(Role.Director, market.Warwickshire);
        Assert.DoesNotContain(Away, await director.Page("/gate/approvals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_is_neither_approved_nor_asked_again_nor_called_off_nor_withdrawn_twice()
    {
        GateDecision waiting = await AtADistance();
        Actor director = await market.App.Someone(market.Warwickshire, Role.Director);
        GateDecision withdrawn = await Withdrawn(waiting);

        Assert.Equal("NOT_REQUIRED", await Refused((ApproveDecision use) => use.Execute(director, withdrawn.Id, new ApprovalNeed(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance), "Yes.", default)));
        Assert.Equal("NOT_LATEST", await Refused((ApproveDecision use) => use.Execute(director, waiting.Id, new ApprovalNeed(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance), "Yes.", default)));
        Assert.Equal("WITHDRAWN", await Refused((AskAgain use) => use.Execute(officer, withdrawn.Id, new AddedFacts(null, null, "s.41", null), default)));
        Assert.Equal("GATE", await Refused((MakeCallOff use) => use.Execute(officer, new CallOffRequest(withdrawn.Id, new DateOnly(2026, 12, 1)), default)));
        Assert.Equal("WITHDRAWN", await Refused((WithdrawRequest use) => use.Execute(officer, withdrawn.Id, new Withdrawal("Again.", false), default)));
        HttpClient http = await market.CaseSystem();
        (_, JsonElement answer) = await http.Send(HttpMethod.Get, $"/api/v1/gate/decisions/{withdrawn.Id.Value}");
        Assert.Equal(("pending", 0, waiting.Id.Value.ToString()), (answer.Text("outcome"), answer.GetProperty("requiredApprovals").GetArrayLength(), answer.Text("previous")));
        Assert.Contains("WITHDRAWN", answer.GetProperty("reasons").EnumerateArray().Select(r => r.Text("code")));
    }

    [Fact]
    public async Task A_child_needed_now_is_withdrawn_only_when_somebody_says_that_it_is_safe()
    {
        GateDecision waiting = await AtADistance();
        market.App.Clock.Move(TimeSpan.FromDays(21));
        HttpClient browser = await market.App.SignedInAs(officer);
        string page = $"/gate/decisions/{waiting.Id.Value}/withdrawal";
        Assert.Contains("the child needs a place now", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);

        HttpResponseMessage refused = await browser.PostForm(page, ("Form.Reason", "Not needed."));
        HttpResponseMessage withdrawn = await browser.PostForm(page, ("Form.Reason", "Found a place nearer home."), ("Form.ChildIsSafe", "true"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (refused.StatusCode, withdrawn.StatusCode));
    }

    [Fact]
    public async Task An_emergency_and_a_place_called_off_are_not_withdrawn_and_no_stranger_withdraws()
    {
        GateDecision tonight = await Recorded(Asked(GateMarket.Urn, 7200m) with { Urgency = Urgency.SameDay, NeededBy = null });
        GateDecision allowed = await Recorded(Asked(GateMarket.Urn, 6100m) with { Urgency = Urgency.SameDay, NeededBy = null, ChildReference = "C-2" });
        await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(allowed.Id, new DateOnly(2026, 11, 24)), default));
        GateDecision waiting = await AtADistance();
        HttpClient stranger = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        HttpClient director = await market.App.SignedInAs(Role.Director, market.Warwickshire);

        Assert.Equal(Outcome.AllowEmergency, tonight.Outcome);
        Assert.Equal("FOLLOWED_UP", await Refused((WithdrawRequest use) => use.Execute(officer, tonight.Id, new Withdrawal("No.", true), default)));
        Assert.Equal("DECISION_USED", await Refused((WithdrawRequest use) => use.Execute(officer, allowed.Id, new Withdrawal("No.", true), default)));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/gate/decisions/{waiting.Id.Value}/withdrawal", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(new Uri($"/gate/decisions/{waiting.Id.Value}/withdrawal", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_waits_is_asked_about_each_fortnight_and_nothing_lapses_by_itself()
    {
        GateDecision waiting = await AtADistance();
        Assert.Equal(0, await market.App.Do((RemindOfWaiting remind) => remind.Execute(default)));
        market.App.Clock.Move(TimeSpan.FromDays(14.5));

        Assert.Equal(1, await market.App.Do((RemindOfWaiting remind) => remind.Execute(default)));
        Assert.Equal(0, await market.App.Do((RemindOfWaiting remind) => remind.Execute(default)));
        market.App.Clock.Move(TimeSpan.FromDays(14));
        Assert.Equal(1, await market.App.Do((RemindOfWaiting remind) => remind.Execute(default)));

        List<Message> told = await market.App.WithDb(db => db.Messages.Where(m => m.Person == officer.Person && m.Subject.StartsWith("Still needed?")).OrderBy(m => m.SentAt).ToListAsync());
        Assert.Contains("withdraw the request", told[0].Body, StringComparison.Ordinal);
        Assert.Contains("allowed at once as an emergency", told[1].Body, StringComparison.Ordinal);
        Assert.Contains("Still needed?", PostForms.Words(await (await market.App.SignedInAs(officer)).Page("/today")), StringComparison.Ordinal);
        Assert.Equal(Outcome.Pending, (await Latest(waiting)).Outcome);
        await Withdrawn(waiting);
        market.App.Clock.Move(TimeSpan.FromDays(14));
        Assert.Equal(0, await market.App.Do((RemindOfWaiting remind) => remind.Execute(default)));
    }

    [Fact]
    public async Task An_allowed_place_that_nobody_takes_is_withdrawn_with_what_was_still_to_follow()
    {
        GateDecision allowed = await Recorded(Asked(Away, 6000m) with { AlreadyLivesThere = true, LegalGround = "s.41" });
        Assert.True(allowed.Permits, allowed.AnswerJson);
        Assert.NotEmpty(await market.App.WithDb(db => db.FollowUpDuties.Where(d => d.Line == allowed.Line).ToListAsync()));

        await Withdrawn(allowed);

        Assert.Equal(0, await market.App.WithDb(db => db.FollowUpDuties.CountAsync(d => d.Line == allowed.Line && d.DoneAt == null)));
    }

    private static AskedOption Asked(string urn, decimal price) => new() { ChildReference = "C-1", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.Planned, NeededBy = PortalApp.Start.AddDays(20), HomeUrn = urn, Price = new Money(price), Weeks = 26, NewContract = true };

    [Fact]
    public async Task Of_those_who_act_on_one_request_at_once_one_is_first_and_the_others_are_told()
    {
        Actor[] directors = [await market.App.Someone(market.Warwickshire, Role.Director), await market.App.Someone(market.Warwickshire, Role.Director)];
        for (int round = 0; round < 12; round++)
        {
            GateDecision waiting = await AtADistance();
            Task<string>[] approvals = [.. directors.Select(d => Task.Run(() => Said((ApproveDecision use) => use.Execute(d, waiting.Id, new ApprovalNeed(ApproverRole.DirectorOfChildrensServices, ApprovalPurpose.Distance), "Yes.", default))))];
            Task<string> withdrawal = Task.Run(() => Said((WithdrawRequest use) => use.Execute(officer, waiting.Id, new Withdrawal("Not needed.", true), default)));
            string[] said = [.. await Task.WhenAll(approvals), await withdrawal];

            Assert.Contains("done", said);
            Assert.InRange(said[..2].Count(s => s == "done"), 0, 1);
            Assert.All(said, s => Assert.True(s is "done" or "NOT_LATEST" or "NOT_REQUIRED", s));
            int[] numbers = await market.App.WithDb(db => db.GateDecisions.Where(d => d.Line == waiting.Line).OrderBy(d => d.Number).Select(d => d.Number).ToArrayAsync());
            Assert.Equal(Enumerable.Range(1, 1 + said.Count(s => s == "done")), numbers);
        }
    }

    private Task<GateDecision> AtADistance() => Recorded(Asked(Away, 6000m));

    private Task<GateDecision> Recorded(AskedOption asked) => market.App.Do((RecordDecision record) => record.Execute(officer, asked, null, default));

    private Task<GateDecision> Withdrawn(GateDecision decision) => market.App.Do((WithdrawRequest use) => use.Execute(officer, decision.Id, new Withdrawal("Not needed any more.", true), default));

    private Task<GateDecision> Latest(GateDecision decision) => market.App.WithDb(db => db.GateDecisions.Where(d => d.Line == decision.Line).OrderByDescending(d => d.Number).FirstAsync());

    private async Task<string> Said<TUse>(Func<TUse, Task> act)
        where TUse : notnull
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
    }

    private async Task<string> Refused<TUse>(Func<TUse, Task> act)
        where TUse : notnull => (await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do(act))).Reasons[0].Code;
}
