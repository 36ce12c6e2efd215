using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>Independent scrutiny before the decision where time allows, and never for a child needed within 24 hours.</summary>
public sealed class ScrutinyTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_panels_view_is_recorded_before_the_decision_and_shown_to_whoever_approves()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        HttpClient browser = await market.App.SignedInAs(officer);
        GateDecision planned = await Record(officer, days: 20);
        string page = $"/gate/decisions/{planned.Id.Value}";
        Assert.Contains("Ask the panel to look first", await browser.Page(page), StringComparison.Ordinal);

        string scrutiny = (await browser.PostForm(page, page + "/scrutiny", [])).Headers.Location!.ToString();
        HttpClient panel = await market.App.SignedInAs(Role.QaLead, market.Cooperative);
        Assert.Contains(scrutiny, await panel.Page("/today"), StringComparison.Ordinal);
        Assert.Contains(scrutiny, await panel.Page("/gate/scrutiny"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await panel.PostForm(scrutiny, ("Form.View", "Doubts"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await panel.PostForm(scrutiny, ("Form.View", "Doubts"), ("Form.Words", "The child’s views are not recorded."))).StatusCode);

        Assert.Contains("The panel has doubts", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        Assert.Contains("views are not recorded", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        Assert.Equal(["gate.decided", "gate.scrutinyAsked", "gate.scrutinised"], await market.App.WithDb(db => db.LogEntries.Where(e => e.Subject == $"gate/{planned.Id.Value}").OrderBy(e => e.Row).Select(e => e.Action).ToArrayAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await panel.PostForm(scrutiny, ("Form.View", "Supports"), ("Form.Words", "On second thoughts fine."))).StatusCode);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    public async Task A_child_needed_within_24_hours_is_never_kept_waiting_for_scrutiny(double days)
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        GateDecision tonight = await Record(officer, days);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((AskForScrutiny ask) => ask.Execute(officer, tonight.Id, default)));

        Assert.Equal("SCRUTINY_AFTER", refused.Reasons[0].Code);
        Assert.True(tonight.Permits);
        Assert.DoesNotContain("Ask the panel to look first", await (await market.App.SignedInAs(officer)).Page($"/gate/decisions/{tonight.Id.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_that_has_run_out_since_the_decision_was_recorded_counts()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        GateDecision planned = await Record(officer, days: 3);
        market.App.Clock.Move(TimeSpan.FromDays(2.5));

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((AskForScrutiny ask) => ask.Execute(officer, planned.Id, default)));

        Assert.Equal("SCRUTINY_AFTER", refused.Reasons[0].Code);
    }

    [Fact]
    public async Task The_view_is_of_use_until_the_next_working_day_ends_or_a_day_before_the_child_must_move()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Scrutiny far = await market.App.Do(async (AskForScrutiny ask) => await ask.Execute(officer, (await Record(officer, days: 20)).Id, default));
        Scrutiny near = await market.App.Do(async (AskForScrutiny ask) => await ask.Execute(officer, (await Record(officer, days: 1.5, child: "C-2")).Id, default));

        Assert.Equal(new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), far.WantedBy);
        Assert.Equal(PortalApp.Start.AddDays(0.5), near.WantedBy);
    }

    [Fact]
    public async Task Whoever_has_a_part_in_the_placement_does_not_scrutinise_it_and_the_scrutineer_does_not_approve_it()
    {
        Actor officer = await market.App.Someone(market.Hartlepool, Role.PlacementOfficer);
        OrganisationId region = await market.App.Organisation("north-east");
        Actor commissioner = await market.App.Someone(region, Role.RccCommissioner);
        Actor stranger = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        GateDecision gap = await market.App.Do((RecordDecision record) => record.Execute(officer, Asked(20, "C-3") with { ExceptionReason = "Her sister is near." }, null, default));
        Assert.Contains(gap.Answer.RequiredApprovals, a => a.Role == ApproverRole.RccCommissioner);
        Scrutiny scrutiny = await market.App.Do((AskForScrutiny ask) => ask.Execute(officer, gap.Id, default));
        Actor self = officer with { Organisation = region, Roles = new HashSet<Role> { Role.RccCommissioner } };

        RuleBroken own = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((GiveScrutinyView give) => give.Execute(self, scrutiny.Id, ScrutinyView.Supports, "Fine.", default)));
        Assert.Equal("SEGREGATION", own.Reasons[0].Code);
        await Assert.ThrowsAsync<NotFound>(() => market.App.Do((GiveScrutinyView give) => give.Execute(stranger, scrutiny.Id, ScrutinyView.Supports, "Fine.", default)));
        await Assert.ThrowsAsync<NotAllowed>(() => market.App.Do((GiveScrutinyView give) => give.Execute(officer, scrutiny.Id, ScrutinyView.Supports, "Fine.", default)));
        await market.App.Do((GiveScrutinyView give) => give.Execute(commissioner, scrutiny.Id, ScrutinyView.Supports, "The search was fair.", default));
        RuleBroken twice = await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((ApproveDecision approve) => approve.Execute(commissioner, gap.Id, new ApprovalNeed(ApproverRole.RccCommissioner, ApprovalPurpose.Price), "Yes.", default)));
        Assert.Equal("SEGREGATION", twice.Reasons[0].Code);
    }

    private Task<GateDecision> Record(Actor officer, double days, string child = "C-1") =>
        market.App.Do((RecordDecision record) => record.Execute(officer, Asked(days, child), null, default));

    private static AskedOption Asked(double days, string child) => new()
    {
        ChildReference = child,
        ChildAge = 14,
        ServiceType = "residential",
        Urgency = Urgency.Planned,
        NeededBy = PortalApp.Start.AddDays(days),
        HomeUrn = GateMarket.Urn,
        Price = new Money(6100m),
        Weeks = 26,
        NewContract = true,
    };
}
