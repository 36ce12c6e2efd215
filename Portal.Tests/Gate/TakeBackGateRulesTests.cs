using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>Approved rules of the gate are taken back before their day by one who proposes and two others who agree; afterwards never.</summary>
public sealed class TakeBackGateRulesTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly DateOnly Before = Day.AddDays(-1);
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public void One_proposes_two_others_agree_and_never_once_the_day_has_come()
    {
        (Actor one, Actor two, Actor three) = (Somebody(), Somebody(), Somebody());
        var proposed = GateRuleSet.Propose(one, new GateRules("gate/2026-12-01", "Standing order 14", Day, new GateTerms()), "Quicker review.", Before);
        Assert.Equal("WRONG_STAGE", Refused(() => proposed.ProposeTakingBack(one, "Mistyped.", Before)));
        proposed.Approve(two, Before);
        proposed.Approve(three, Before);

        Assert.Equal("NOTHING_PROPOSED", Refused(() => proposed.AgreeTakingBack(two, Before)));
        Assert.Equal("REASON_MISSING", Refused(() => proposed.ProposeTakingBack(two, " ", Before)));
        Assert.Equal("RULES_IN_FORCE", Refused(() => proposed.ProposeTakingBack(two, "Mistyped.", Day)));
        proposed.ProposeTakingBack(two, "Mistyped.", Before);
        Assert.Equal("TAKING_BACK_PROPOSED", Refused(() => proposed.ProposeTakingBack(three, "Mistyped.", Before)));
        Assert.Equal("SEGREGATION", Refused(() => proposed.AgreeTakingBack(two, Before)));
        proposed.AgreeTakingBack(three, Before);
        Assert.Equal("SEGREGATION", Refused(() => proposed.AgreeTakingBack(three, Before)));
        Assert.Equal("RULES_IN_FORCE", Refused(() => proposed.AgreeTakingBack(one, Day)));
        Assert.Equal(RuleSetStage.Approved, proposed.Stage);
        proposed.AgreeTakingBack(one, Before);

        Assert.Equal(RuleSetStage.TakenBack, proposed.Stage);
        Assert.Equal("WRONG_STAGE", Refused(() => proposed.AgreeTakingBack(two, Before)));
    }

    [Fact]
    public async Task Through_the_page_the_rules_before_hold_on_and_the_day_is_free_again()
    {
        GateRuleSet rules = await Approved();
        HttpClient first = await market.App.SignedInAs(Role.Legal, market.Cooperative);
        HttpClient second = await market.App.SignedInAs(Role.Director, market.Warwickshire);
        HttpClient third = await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative);
        string take = $"/gate/rules/{rules.Id.Value}/taking-back";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await first.PostForm("/gate/rules", take, [("no.Reason", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await first.PostForm("/gate/rules", take, [("no.Reason", "The number of days is wrong.")])).StatusCode);
        Assert.DoesNotContain("Agree to take", await first.Page("/gate/rules"), StringComparison.Ordinal);
        Assert.Contains("Two agreements still needed before Tuesday 1 December 2026", PostForms.Words(await second.Page("/gate/rules")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await first.PostForm("/gate/rules", take + "/agreement", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm("/gate/rules", take + "/agreement", [])).StatusCode);
        Assert.Equal(rules.Name, (await market.App.WithDb(db => db.GateRulesOn(Day, default))).Version);
        Assert.Equal(HttpStatusCode.Redirect, (await third.PostForm("/gate/rules", take + "/agreement", [])).StatusCode);

        Assert.Equal(GateRules.Founding.Version, (await market.App.WithDb(db => db.GateRulesOn(Day, default))).Version);
        string page = PostForms.Words(await third.Page("/gate/rules"));
        Assert.Contains("gate/2026-12-01 Taken back", page, StringComparison.Ordinal);
        Assert.Contains("Taken back before their day: The number of days is wrong.", page, StringComparison.Ordinal);
        Assert.Contains("gate.rulesTakenBack", await market.App.WithDb(db => db.LogEntries.Where(e => e.Subject == "gateRules/gate/2026-12-01").Select(e => e.Action).ToArrayAsync()));
        Assert.Equal(5, await market.App.WithDb(db => db.Messages.CountAsync(m => m.Subject == "Gate rules gate/2026-12-01 are taken back")));
        Assert.Equal("gate/2026-12-01.2", (await Proposed()).Name);
    }

    [Fact]
    public async Task After_their_day_the_page_offers_nothing_and_the_door_refuses()
    {
        GateRuleSet rules = await Approved();
        market.App.Clock.Move(TimeSpan.FromDays(20));
        HttpClient legal = await market.App.SignedInAs(Role.Legal, market.Cooperative);

        Assert.DoesNotContain("taking-back", await legal.Page("/gate/rules"), StringComparison.Ordinal);
        HttpResponseMessage late = await legal.PostForm("/gate/rules", $"/gate/rules/{rules.Id.Value}/taking-back", [("no.Reason", "Too late.")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("took effect on Tuesday 1 December 2026", PostForms.Words(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_placement_officer_neither_proposes_nor_agrees()
    {
        GateRuleSet rules = await Approved();
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        string take = $"/gate/rules/{rules.Id.Value}/taking-back";

        Assert.DoesNotContain("taking-back", await officer.Page("/gate/rules"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/gate/rules", take, [("no.Reason", "No.")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/gate/rules", take + "/agreement", [])).StatusCode);
    }

    private static Actor Somebody() => new(Id.New<PersonId>(), "Somebody", default, "A council", new HashSet<Role> { Role.Director });

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;

    private async Task<GateRuleSet> Proposed()
    {
        Actor proposer = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        return await market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { RatifyWorkingDay = 3 }, "Standing order 14", Day, "Quicker review.", default));
    }

    private async Task<GateRuleSet> Approved()
    {
        GateRuleSet rules = await Proposed();
        foreach (OrganisationId organisation in new[] { market.Warwickshire, market.Cooperative })
        {
            Actor by = await market.App.Someone(organisation, Role.Director);
            await market.App.Do((ApproveGateRules approve) => approve.Execute(by, rules.Id, default));
        }

        return rules;
    }
}
