using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>Which rules hold on a day is never in doubt: a day has one rule set, and a refused proposal frees its day.</summary>
public sealed class RuleSetDayTests : IAsyncLifetime
{
    private static readonly DateOnly First = new(2026, 12, 1);
    private readonly GateMarket market = new();
    private Actor proposer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        proposer = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_second_rule_set_for_a_day_is_refused_until_the_first_is_refused()
    {
        GateRuleSet first = await Proposed(First, 3);
        Assert.Equal(["RULES_TWICE"], (await Assert.ThrowsAsync<RuleBroken>(() => Proposed(First, 4))).Reasons.Select(r => r.Code));
        HttpClient legal = await market.App.SignedInAs(Role.Legal, market.Cooperative);
        string refusal = $"/gate/rules/{first.Id.Value}/refusal";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await legal.PostForm("/gate/rules", refusal, [("no.Reason", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await legal.PostForm("/gate/rules", refusal, [("no.Reason", "The number of days is wrong.")])).StatusCode);
        GateRuleSet second = await Proposed(First, 4);
        Assert.Equal(HttpStatusCode.Conflict, (await legal.PostForm("/gate/rules", refusal, [("no.Reason", "Again.")])).StatusCode);

        Assert.Equal("gate/2026-12-01.2", second.Name);
        await Approved(second);
        GateRules held = await market.App.WithDb(db => db.GateRulesOn(First, default));
        Assert.Equal(("gate/2026-12-01.2", 4), (held.Version, held.Terms.RatifyWorkingDay));
        string page = PostForms.Words(await legal.Page("/gate/rules"));
        Assert.Contains("gate/2026-12-01.2 Approved", page, StringComparison.Ordinal);
        Assert.Contains("gate/2026-12-01 Refused", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tenth_rule_set_of_a_day_stands_above_the_second()
    {
        // Two approved ones for a day come from an older version only; the higher number holds.
        await market.App.WithDb(async db =>
        {
            foreach (string name in (string[])["gate/2026-12-01.10", "gate/2026-12-01.2"])
            {
                GateRuleSet set = GateRuleSet.Propose(proposer, new GateRules(name, "Standing order 14", First, new GateTerms { RatifyWorkingDay = name.Length - 15 }), "Quicker review.", First.AddDays(-5));
                set.Approve(await market.App.Someone(market.Warwickshire, Role.Director), First.AddDays(-5));
                set.Approve(await market.App.Someone(market.Cooperative, Role.Director), First.AddDays(-5));
                db.Add(set);
            }

            await db.Save(Actor.Portal);
        });

        Assert.Equal("gate/2026-12-01.10", (await market.App.WithDb(db => db.GateRulesOn(First, default))).Version);
        string page = PostForms.Words(await (await market.App.SignedInAs(Role.Legal, market.Cooperative)).Page("/gate/rules"));
        Assert.True(page.IndexOf("gate/2026-12-01.10 Approved", StringComparison.Ordinal) < page.IndexOf("gate/2026-12-01.2 Approved", StringComparison.Ordinal), page);
    }

    [Fact]
    public async Task Approved_rules_are_replaced_from_a_later_day_only_and_the_form_says_so()
    {
        await Approved(await Proposed(First, 3));
        HttpClient browser = await market.App.SignedInAs(proposer);

        HttpResponseMessage again = await Propose(browser, "1");
        HttpResponseMessage later = await Propose(browser, "2");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (again.StatusCode, later.StatusCode));
        Assert.Contains("takes effect on a later day", PostForms.Words(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(3, (await market.App.WithDb(db => db.GateRulesOn(new DateOnly(2027, 1, 1), default))).Terms.RatifyWorkingDay);
    }

    [Fact]
    public async Task Who_proposed_and_who_approved_are_told_of_a_refusal_and_who_takes_back_tells_nobody_else()
    {
        GateRuleSet first = await Proposed(First, 3);
        Actor approver = await market.App.Someone(market.Warwickshire, Role.Director);
        Actor legal = await market.App.Someone(market.Cooperative, Role.Legal);
        await market.App.Do((ApproveGateRules approve) => approve.Execute(approver, first.Id, default));
        await market.App.Do((RefuseGateRules refuse) => refuse.Execute(legal, first.Id, "The number of days is wrong.", default));
        GateRuleSet second = await Proposed(First, 4);
        await market.App.Do((RefuseGateRules refuse) => refuse.Execute(proposer, second.Id, "I mistyped it.", default));

        List<Message> told = await market.App.WithDb(db => db.Messages.Where(m => m.Link == "/gate/rules").ToListAsync());
        Assert.Equal(new[] { approver.Person, proposer.Person }.OrderBy(p => p.Value), told.Select(m => m.Person!.Value).OrderBy(p => p.Value));
        Assert.All(told, m => Assert.Equal("Gate rules gate/2026-12-01 are refused", m.Subject));
        Assert.All(told, m => Assert.Contains("The number of days is wrong.", m.Body, StringComparison.Ordinal));
    }

    [Fact]
    public Task A_failure_to_save_that_is_no_clash_is_not_called_one() => market.App.With(async services =>
    {
        // Two messages of one key cannot be kept, and they are saved with the proposal.
        PortalDb db = services.GetRequiredService<PortalDb>();
        db.AddRange(new[] { "One", "Other" }.Select(subject => Message.ToPerson(proposer.Person, subject, "Twice.", "/", market.App.Clock.GetUtcNow(), "twice")));

        await Assert.ThrowsAsync<DbUpdateException>(() => services.GetRequiredService<ProposeGateRules>().Execute(proposer, new GateTerms(), "Standing order 14", First, "Quicker review.", default));
    });

    [Fact]
    public async Task Only_those_who_may_propose_refuse()
    {
        GateRuleSet first = await Proposed(First, 3);
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);

        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/gate/rules", $"/gate/rules/{first.Id.Value}/refusal", [("no.Reason", "No.")])).StatusCode);
        Assert.DoesNotContain("/refusal", await officer.Page("/gate/rules"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Propose(HttpClient browser, string day) => browser.PostForm(
        "/gate/rules",
        ("Form.LegalBasis", "Standing order 14"),
        ("Form.EffectiveFrom.Day", day),
        ("Form.EffectiveFrom.Month", "12"),
        ("Form.EffectiveFrom.Year", "2026"),
        ("Form.NeededWithinHours", "24"),
        ("Form.ReviewWorkingDay", "1"),
        ("Form.RatifyWorkingDay", "4"),
        ("Form.LegalGroundWorkingDay", "10"),
        ("Form.OnboardWorkingDay", "10"),
        ("Form.PackageWeeks", "12"),
        ("Form.Reason", "More days."));

    private Task<GateRuleSet> Proposed(DateOnly day, int ratify) =>
        market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { RatifyWorkingDay = ratify }, "Standing order 14", day, "Quicker review.", default));

    private async Task Approved(GateRuleSet rules)
    {
        foreach (OrganisationId organisation in new[] { market.Warwickshire, market.Cooperative })
        {
            Actor by = await market.App.Someone(organisation, Role.Director);
            await market.App.Do((ApproveGateRules approve) => approve.Execute(by, rules.Id, default));
        }
    }
}
