using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>Quality visits and improvement plans: what they record, who reads them, who changes them.</summary>
public sealed class QualityVisitTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Actor Lead = new(Id.New<PersonId>(), "Quality lead", Id.New<OrganisationId>(), "West Midlands", new HashSet<Role> { Role.QaLead });

    private static readonly VisitedHome Home = new("SC900001", Id.New<OrganisationId>(), "west-midlands");

    private static (string, string)[] Visit => [("Form.Kind", "Unannounced"), ("Form.On.Day", "20"), ("Form.On.Month", "11"), ("Form.On.Year", "2026"), ("Form.Visitors", "Quality lead"), ("Form.Findings[0].Area", "Safeguarding"), ("Form.Findings[0].Grade", "Serious"), ("Form.Findings[0].Words", "Night staff do not know the missing protocol."), ("Form.Findings[1].Area", "Care"), ("Form.Findings[1].Grade", "Strength"), ("Form.Findings[1].Words", "")];

    private static (string, string)[] Plan => [("Form.Because", "The visit of 20 November"), ("Form.Actions[0].What", "Train every night worker in the missing protocol"), ("Form.Actions[0].Who", "Registered Manager"), ("Form.Actions[0].By.Day", "11"), ("Form.Actions[0].By.Month", "12"), ("Form.Actions[0].By.Year", "2026"), ("Form.Actions[1].What", "")];

    [Fact]
    public void A_visit_to_come_or_without_a_finding_is_refused_with_both_reasons()
    {
        RuleBroken broken = Assert.Throws<RuleBroken>(() => QualityVisit.Record(Home, Lead, new VisitReport(QualityVisitKind.Announced, Today.AddDays(1), "Quality lead", []), Today, PortalApp.Start));

        Assert.Equal(["VISIT_DAY", "FINDINGS"], broken.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void A_plan_is_met_only_when_the_region_has_confirmed_every_action()
    {
        ImprovementPlan plan = Opened();
        Assert.Equal("PLAN_OPEN_ACTIONS", Assert.Throws<RuleBroken>(() => plan.Close(true, "All well", "west-midlands", Lead, PortalApp.Start)).Reasons[0].Code);
        Assert.Throws<NotAllowed>(() => plan.Confirm(1, "Seen", "north-east", Lead, PortalApp.Start));

        plan.Report(1, "Half of them trained", Lead, PortalApp.Start);
        plan.Confirm(1, "Saw the training record", "west-midlands", Lead, PortalApp.Start);
        Assert.Throws<RuleBroken>(() => plan.Report(1, "Again", Lead, PortalApp.Start));
        plan.Close(true, "All well", "west-midlands", Lead, PortalApp.Start);

        Assert.Equal(ImprovementPlanStage.Met, plan.Stage);
        Assert.Throws<RuleBroken>(() => plan.Add(new Agreed("More", "Manager", Today)));
    }

    [Fact]
    public void An_action_is_overdue_the_day_after_it_was_due_and_never_once_confirmed()
    {
        ImprovementPlan plan = Opened();

        Assert.False(plan.IsOverdue(Today.AddDays(18)));
        Assert.True(plan.IsOverdue(Today.AddDays(19)));
        plan.Confirm(1, "Seen", "west-midlands", Lead, PortalApp.Start);
        Assert.False(plan.IsOverdue(Today.AddDays(19)));
    }

    [Theory]
    [InlineData(Judgement.Inadequate, "", true, false)]
    [InlineData(Judgement.RequiresImprovement, "", false, true)]
    [InlineData(Judgement.None, "", false, true)]
    [InlineData(Judgement.Good, "north-east", false, true)]
    [InlineData(Judgement.Good, "west-midlands", true, false)]
    [InlineData(Judgement.NotGraded, "", false, false)]
    public void What_quality_means_for_a_region_is_what_the_gate_makes_of_it(Judgement judgement, string embargo, bool stopped, bool caution)
    {
        ProviderHome home = ProviderHome.Register("SC900001", Home.Provider, "Elm House", "E10000031", ["residential"], 4, judgement);

        QualityStanding standing = QualityStanding.Of(home, embargo.Length == 0 ? [] : [embargo], "west-midlands");

        Assert.Equal((stopped, caution, stopped || caution), (standing.Stopped, standing.Caution, standing.Why.Count > 0));
    }

    [Fact]
    public async Task A_visit_and_its_plan_are_read_by_every_region_and_by_the_homes_provider()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Lead);
        HttpClient elsewhere = await doors.As(Role.QaLead, doors.Stranger);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        string record = $"/frameworks/quality/homes/{doors.Urn}";

        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(record + "/visits/new", Visit)).StatusCode);
        QualityVisit visit = await app.WithDb(db => db.QualityVisits.SingleAsync(v => v.HomeUrn == doors.Urn));
        Assert.Equal((1, "west-midlands", true), (visit.Findings.Count, visit.ByCooperative, visit.AnySerious));
        HttpResponseMessage opened = await lead.PostForm(record + "/plans/new", [.. Plan, ("Form.Visit", visit.Id.Value.ToString())]);
        string plan = opened.Headers.Location!.ToString();

        Assert.Contains("missing protocol", PostForms.Words(await elsewhere.Page(record)), StringComparison.Ordinal);
        Assert.Contains("night worker", PostForms.Words(await elsewhere.Page(plan)), StringComparison.Ordinal);
        Assert.Contains("night worker", PostForms.Words(await provider.Page(plan)), StringComparison.Ordinal);
        Assert.Equal(["quality.visited", "quality.planOpened"], (await doors.Log($"home/{doors.Urn}")).TakeLast(2));
        Assert.Equal(2, await app.WithDb(db => db.Set<Message>().CountAsync(m => m.Organisation == doors.Provider && m.Subject.Contains(doors.Urn))));
    }

    [Fact]
    public async Task The_provider_reports_progress_and_only_the_region_that_keeps_the_plan_confirms_and_closes_it()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Lead);
        HttpClient elsewhere = await doors.As(Role.QaLead, doors.Stranger);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        string plan = (await lead.PostForm($"/frameworks/quality/homes/{doors.Urn}/plans/new", Plan)).Headers.Location!.ToString();
        (string, string)[] progress = [("progress.Number", "1"), ("progress.Words", "Six of nine trained")];

        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm(plan, plan + "/progress", progress)).StatusCode);
        Assert.Contains("Six of nine trained", PostForms.Words(await elsewhere.Page(plan)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.PostForm(plan, plan + "/confirmations", progress)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PostForm(plan, plan + "/confirmations", progress)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(plan, plan + "/close", [("closing.Met", "true"), ("closing.Because", "All well")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(plan, plan + "/close", [("closing.Because", "All well")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(plan, plan + "/actions", [("added.What", "Ring the protocol’s author"), ("added.Who", "Manager"), ("added.By.Day", "4"), ("added.By.Month", "12"), ("added.By.Year", "2026")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(plan, plan + "/confirmations", progress)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(plan, plan + "/close", [("closing.Met", "false"), ("closing.Because", "The second action was refused; embargo follows")])).StatusCode);

        Assert.Equal(ImprovementPlanStage.NotMet, await app.WithDb(db => db.ImprovementPlans.Where(p => p.HomeUrn == doors.Urn).Select(p => p.Stage).SingleAsync()));
        Assert.Contains(doors.Urn, PostForms.Words(await elsewhere.Page("/frameworks/quality/plans?closed=true")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_see_no_record_and_an_officer_records_none()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient other = await doors.As(Role.ProviderBidder, await app.Organisation("P-222", OrganisationKind.Provider));
        HttpClient officer = await doors.As(Role.PlacementOfficer, doors.Lead);
        string record = $"/frameworks/quality/homes/{doors.Urn}";

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(record, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(new Uri("/frameworks/quality/homes?urn=SC111111", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await officer.GetAsync(new Uri($"/frameworks/quality/homes?urn={doors.Urn}", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm(record + "/visits/new", Visit)).StatusCode);
        Assert.DoesNotContain("Record a visit", await officer.Page(record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_without_its_day_or_a_half_filled_action_loses_nothing()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Lead);
        string record = $"/frameworks/quality/homes/{doors.Urn}";

        HttpResponseMessage visit = await lead.PostForm(record + "/visits/new", [.. Visit.Where(f => !f.Item1.StartsWith("Form.On", StringComparison.Ordinal))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visit.StatusCode);
        Assert.Contains("missing protocol", await visit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        HttpResponseMessage plan = await lead.PostForm(record + "/plans/new", [.. Plan.Where(f => !f.Item1.Contains("Who", StringComparison.Ordinal))]);
        Assert.Equal(HttpStatusCode.Conflict, plan.StatusCode);
        Assert.Contains("night worker", await plan.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static ImprovementPlan Opened() =>
        ImprovementPlan.Open(Home, Lead, (null, "The regulator’s report of 3 November"), [new Agreed("Train the night staff", "Registered Manager", Today.AddDays(18))], PortalApp.Start);
}
