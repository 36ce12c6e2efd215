using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>Deputies with dates and limits, the duty rota, the offline card.</summary>
public sealed class StandingTests : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public void A_deputy_covers_its_days_and_its_limit_in_weeks_only()
    {
        Deputy deputy = Deputy.Name(Head(), Role.HeadOfService, (Id.New<PersonId>(), "D. Puty"), (Today, Today.AddDays(7)), new Money(6500m), Today);

        Assert.True(deputy.InForceOn(Today) && deputy.InForceOn(Today.AddDays(7)) && !deputy.InForceOn(Today.AddDays(8)));
        Assert.True(deputy.MayApprove(new Money(6500m), "week"));
        Assert.False(deputy.MayApprove(new Money(6500.01m), "week"));
        Assert.False(deputy.MayApprove(new Money(900m), "night"));
    }

    [Theory]
    [InlineData(Role.Director, 0, 7, "OFFICE")]
    [InlineData(Role.HeadOfService, -1, 7, "DAYS")]
    [InlineData(Role.HeadOfService, 3, 2, "DAYS")]
    [InlineData(Role.HeadOfService, 0, 93, "DAYS")]
    public void A_deputy_for_an_office_one_does_not_hold_or_for_wrong_days_is_refused(Role office, int from, int to, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBroken>(() => Deputy.Name(Head(), office, (Id.New<PersonId>(), "D. Puty"), (Today.AddDays(from), Today.AddDays(to)), null, Today)).Reasons[0].Code);

    [Fact]
    public async Task A_named_deputy_approves_within_the_limit_and_days_and_not_beyond()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Actor head = await market.App.Someone(market.Warwickshire, Role.HeadOfService);
        Actor deputy = await market.App.Someone(market.Warwickshire, Role.Commissioner);
        HttpClient browser = await market.App.SignedInAs(head);
        (string, string)[] form = [("Form.Office", "HeadOfService"), ("Form.Email", await Email(deputy)), ("Form.From", "2026-11-23"), ("Form.To", "2026-11-30"), ("Form.WeeklyLimit", "6450")];
        GateDecision within = await Resident(officer, 6400m);
        GateDecision beyond = await Resident(officer, 6500m);
        await Assert.ThrowsAsync<NotAllowed>(() => Approve(deputy, within));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm("/gate/stand-ins", form)).StatusCode);
        Assert.Contains(deputy.Name, await browser.Page("/gate/stand-ins"));
        Assert.Contains("£6,400.00", PostForms.Words(await (await market.App.SignedInAs(deputy)).Page("/gate/approvals")));
        await Approve(deputy, within);
        await Assert.ThrowsAsync<NotAllowed>(() => Approve(deputy, beyond));

        DeputyId id = await market.App.WithDb(db => db.Deputies.Select(d => d.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm("/gate/stand-ins", $"/gate/stand-ins/{id.Value}/end", [])).StatusCode);
        GateDecision later = await Resident(officer, 6410m);
        await Assert.ThrowsAsync<NotAllowed>(() => Approve(deputy, later));
    }

    [Fact]
    public async Task Somebody_of_another_organisation_is_no_colleague()
    {
        Actor stranger = await market.App.Someone(market.Hartlepool, Role.Director);
        HttpClient browser = await market.App.SignedInAs(Role.HeadOfService, market.Warwickshire);

        HttpResponseMessage refused = await browser.PostForm("/gate/stand-ins", ("Form.Office", "HeadOfService"), ("Form.Email", await Email(stranger)), ("Form.From", "2026-11-23"), ("Form.To", "2026-11-30"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("works in your organisation", PostForms.Words(await refused.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Whoever_is_on_duty_is_shown_where_a_child_is_placed_at_night_and_on_the_card()
    {
        Actor director = await market.App.Someone(market.Warwickshire, Role.Director);
        Actor other = await market.App.Someone(market.Warwickshire, Role.Finance);
        HttpClient writer = await market.App.SignedInAs(director);
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        (string, string)[] turn(string email) =>
        [
            ("Form.Office", "Director"), ("Form.Email", email), ("Form.Telephone", "01926 555 010"),
            ("Form.From.Day", "23"), ("Form.From.Month", "11"), ("Form.From.Year", "2026"), ("Form.From.Time", "08:00"),
            ("Form.To.Day", "24"), ("Form.To.Month", "11"), ("Form.To.Year", "2026"), ("Form.To.Time", "08:00"),
        ];

        Assert.Equal(HttpStatusCode.Redirect, (await writer.PostForm("/gate/duty-rota", turn(await Email(director)))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await writer.PostForm("/gate/duty-rota", turn(await Email(other)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/gate/duty-rota", turn(await Email(director)))).StatusCode);
        Assert.Contains("01926 555 010", await officer.Page("/gate/emergency"));
        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostForm("/gate/card")).StatusCode);
        string card = PostForms.Words(await officer.Page("/gate/card"));
        Assert.Contains("01926 555 010", card);
        Assert.Contains("Sunday 29 November 2026", card);
        Assert.Contains("Signed by the portal", card);
    }

    [Fact]
    public async Task A_decision_taken_by_the_card_is_entered_afterwards_and_marked()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        (string, string)[] declared(string day) =>
        [
            ("Form.ChildAge", "14"), ("Form.HomeUrn", GateMarket.Urn), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The portal was down; the only bed."), ("Form.Declared", "true"),
            ("Form.DecidedOffline.Day", day), ("Form.DecidedOffline.Month", "11"), ("Form.DecidedOffline.Year", "2026"), ("Form.DecidedOffline.Time", "02:15"),
        ];

        HttpResponseMessage tomorrow = await officer.PostForm("/gate/emergency", declared("24"));
        HttpResponseMessage recorded = await officer.PostForm("/gate/emergency", declared("22"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (tomorrow.StatusCode, recorded.StatusCode));
        Assert.Contains("Entered afterwards", PostForms.Words(await officer.Page(recorded.Headers.Location!.ToString())));
        GateDecision decision = await market.App.WithDb(db => db.GateDecisions.SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 2, 15, 0, TimeSpan.Zero), decision.DecidedOffline);
        Assert.DoesNotContain("FORESEEABLE", decision.Answer.Flags);
    }

    private static Actor Head() => new(Id.New<PersonId>(), "H. Ead", Id.New<OrganisationId>(), "Warwickshire", new HashSet<Role> { Role.HeadOfService });

    private Task<string> Email(Actor actor) => market.App.WithDb(db => db.People.Where(p => p.Id == actor.Person).Select(p => p.Email).SingleAsync());

    private Task<GateDecision> Resident(Actor officer, decimal price) => market.App.Do((RecordDecision record) => record.Execute(
        officer, new AskedOption { ChildAge = 14, ServiceType = "residential", HomeUrn = GateMarket.Urn, Price = new Money(price), AlreadyLivesThere = true, LegalGround = "s.41", ChildReference = "C-2" }, null, default));

    private Task<GateDecision> Approve(Actor who, GateDecision decision) => market.App.Do((ApproveDecision approve) => approve.Execute(
        who, decision.Id, new ApprovalNeed(Domain.Gate.Asking.ApproverRole.HeadOfService, Domain.Gate.Asking.ApprovalPurpose.Placement), "Staying is best.", default));
}
