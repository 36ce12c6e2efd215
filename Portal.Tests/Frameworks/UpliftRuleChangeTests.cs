using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>The uplift rule changes only from a day to come, with a reason, and everybody it concerns is told; what it was stays readable.</summary>
public sealed class UpliftRuleChangeTests(PortalApp app) : IClassFixture<PortalApp>
{
    internal static readonly UpliftTerms First = new("Consumer Prices Index", 1.5m, null, 50, 14, "Clause 14.3");
    internal static readonly UpliftTerms Later = First with { CapPercent = 3m, Published = "Deed of variation 2" };
    private const string Earnings = "Average weekly earnings";
    private const string Deed = "Deed of variation 2 of 20 November 2026";

    internal static readonly DateOnly April = new(2027, 4, 1);
    internal static readonly Actor Second = new(Id.New<PersonId>(), "Sam Second", default, "The lead", new HashSet<Role> { Role.Commissioner });
    internal static readonly Actor By = new(Id.New<PersonId>(), "Casey Commissioner", default, "The lead", new HashSet<Role> { Role.Commissioner });

    [Fact]
    public void The_rule_of_a_day_is_the_one_that_holds_on_it_and_nothing_changes_backwards()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        rule.RecordIndex(By, new IndexFigure(2.1m, "12 months", "ONS"), FrameworkScene.Now);

        Assert.Equal("RULE_BACKDATED", Refused(() => rule.Propose(By, Later, Agreed(FrameworkScene.Today, "Varied."), FrameworkScene.Now)));
        Assert.Equal("REASON_MISSING", Refused(() => rule.Propose(By, Later, Agreed(April, " "), FrameworkScene.Now)));
        Assert.Equal("MISSING", Refused(() => rule.Propose(By, Later, Agreed(April) with { Agreed = " " }, FrameworkScene.Now)));
        Assert.Equal("RULE_SAME", Refused(() => rule.Propose(By, First, Agreed(April, "Varied."), FrameworkScene.Now)));
        Assert.Equal("CAP", Refused(() => rule.Propose(By, First with { CapPercent = 0m }, Agreed(April, "Varied."), FrameworkScene.Now)));
        rule.Propose(By, Later, Agreed(April, "Varied."), FrameworkScene.Now);
        Assert.Equal("RULE_PROPOSED", Refused(() => rule.Propose(Second, Later, Agreed(April, "Varied."), FrameworkScene.Now)));
        Assert.Equal("OWN_REQUEST", Refused(() => rule.Agree(By, FrameworkScene.Now)));
        Assert.Equal(First, rule.TermsOn(April));
        Assert.Equal("RULE_BACKDATED", Refused(() => rule.Agree(Second, LondonTime.StartOfDay(April))));
        rule.Agree(Second, FrameworkScene.Now);
        Assert.Equal("NOTHING_PROPOSED", Refused(() => rule.Agree(Second, FrameworkScene.Now)));
        Assert.Equal("RULE_ORDER", Refused(() => rule.Propose(By, First, Agreed(April.AddDays(-1), "Varied back."), FrameworkScene.Now)));

        Assert.Equal((First, Later, First), (rule.TermsOn(April.AddDays(-1)), rule.TermsOn(April), rule.Terms));
        Assert.Equal((1.5m, 2.1m), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April)));
        Assert.Equal((Deed, "Casey Commissioner", "Sam Second"), (rule.Changes[0].Variation, rule.Changes[0].ByName, rule.Changes[0].AgreedByName));
    }

    [Fact]
    public void A_proposed_change_that_is_refused_leaves_the_rule_as_it_is()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        Assert.Equal("NOTHING_PROPOSED", Refused(() => rule.Refuse(By, "Not needed.")));
        rule.Propose(By, Later, Agreed(April, "Varied."), FrameworkScene.Now);
        Assert.Equal("REASON_MISSING", Refused(() => rule.Refuse(Second, " ")));
        rule.Refuse(Second, "The deed says 2 per cent.");

        Assert.Equal((null, 0, First), (rule.Proposal, rule.Changes.Count, rule.TermsOn(April)));
    }

    [Theory]
    [InlineData(4.1, null, true)]
    [InlineData(4.0, 6.0, false)]
    [InlineData(4.0, 5.0, true)]
    [InlineData(3.0, null, false)]
    public void A_rule_allows_more_by_a_higher_cap_or_an_earlier_review(double cap, double? review, bool more)
    {
        UpliftTerms before = First with { CapPercent = 4m, ReviewAbovePercent = 6m };
        UpliftTerms after = before with { CapPercent = (decimal)cap, ReviewAbovePercent = (decimal?)review };

        Assert.Equal(more, after.AllowsMoreThan(before));
        Assert.True((First with { ReviewAbovePercent = 5m }).AllowsMoreThan(First));
    }

    [Fact]
    public void A_figure_of_another_index_or_a_later_day_takes_the_place_of_none()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        rule.RecordIndex(By, new IndexFigure(1.4m, "12 months", "ONS"), FrameworkScene.Now);
        rule.Propose(By, First with { Index = Earnings }, Agreed(April, "Varied."), FrameworkScene.Now);
        rule.Agree(Second, FrameworkScene.Now);

        Assert.Equal((1.4m, null), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April)));
        Assert.Equal("INDEX_UNKNOWN", Refused(() => rule.RecordIndex(By, new IndexFigure(1m, "12 months", "ONS", "Retail Prices Index"), FrameworkScene.Now)));
        Assert.Equal("FIGURE_BACKDATED", Refused(() => rule.RecordIndex(By, new IndexFigure(1m, "12 months", "ONS", null, FrameworkScene.Today.AddDays(-1)), FrameworkScene.Now)));
        rule.RecordIndex(By, new IndexFigure(1.1m, "12 months", "ONS", Earnings), FrameworkScene.Now);
        Assert.Equal((1.4m, 1.1m), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April)));
        Assert.Equal("FIGURE_SAME", Refused(() => rule.RecordIndex(By, new IndexFigure(1.1m, "12 months", "ONS", Earnings), FrameworkScene.Now)));

        rule.RecordIndex(By, new IndexFigure(1.2m, "12 months to March 2027", "ONS", Earnings, April.AddMonths(1)), FrameworkScene.Now);
        rule.RecordIndex(By, new IndexFigure(1.3m, "12 months, as revised", "ONS", Earnings), FrameworkScene.Now);
        Assert.Equal((1.4m, 1.3m, 1.2m), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April), rule.PermittedOn(April.AddMonths(1))));
        Assert.Equal(["Casey Commissioner"], rule.Figures.Select(f => f.ByName).Distinct());
    }

    [Fact]
    public async Task The_page_shows_which_figure_each_rule_uses_and_keeps_the_earlier_ones()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-147");
        await scene.ChangeRule(First with { Index = Earnings, CapPercent = 3m }, Agreed(April));
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";
        Assert.Contains($"The rule from Thursday 1 April 2027 uses the {Earnings}, of which no figure is recorded yet.", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);

        (string, string)[] figure = [("Index.Name", Earnings), ("Index.Percent", "4.6"), ("Index.Period", "12 months to August 2026"), ("Index.Source", "ONS")];
        HttpResponseMessage past = await lead.PostForm(page, page + "/index", [.. figure, ("Index.From.Day", "1"), ("Index.From.Month", "1"), ("Index.From.Year", "2020")]);
        HttpResponseMessage kept = await lead.PostForm(page, page + "/index", figure);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (past.StatusCode, kept.StatusCode));
        string words = PostForms.Words(await lead.Page(page));
        Assert.Contains("The rule of today uses 2.1 %, Consumer Prices Index, 12 months to September 2026.", words, StringComparison.Ordinal);
        Assert.Contains($"The rule from Thursday 1 April 2027 uses 4.6 %, {Earnings}, 12 months to August 2026.", words, StringComparison.Ordinal);
        Assert.Contains("1.5 %, the lower of cap and index", words, StringComparison.Ordinal);
        Assert.Equal(2.1m, (await app.WithDb(db => db.UpliftRules.SingleAsync(r => r.FrameworkRef == scene.Doors.Ref))).FigureOn(FrameworkScene.Today)!.Percent);
    }

    [Fact]
    public async Task The_lead_changes_it_from_a_day_through_the_page_and_providers_and_board_are_told()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-140");
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";

        HttpResponseMessage past = await lead.PostForm(page, page + "/rule-change", Fields("1", "11", "2026", "Varied by deed."));
        HttpResponseMessage wordless = await lead.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", ""));
        HttpResponseMessage deedless = await lead.PostForm(page, page + "/rule-change", [.. Fields("1", "4", "2027", "Varied.").Where(f => f.Item1 != "When.Variation")]);
        HttpResponseMessage changed = await lead.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", "Varied by deed of 20 November."));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (past.StatusCode, wordless.StatusCode, changed.StatusCode));
        string waiting = PostForms.Words(await lead.Page(page));
        Assert.Contains("A change waits for a second person", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree this change", waiting, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);
        Assert.DoesNotContain("framework.upliftRuleChanged", await scene.Doors.Log($"framework/{scene.Doors.Ref}"));
        HttpClient second = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        Assert.Contains($"Agree a change of the uplift rule of {scene.Doors.Ref}", PostForms.Words(await second.Page("/today")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, deedless.StatusCode);
        Assert.Contains("href=\"#When-From", await past.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        string words = PostForms.Words(await lead.Page(page));
        Assert.Contains("Cap 1.5 % a year", words, StringComparison.Ordinal);
        Assert.Contains($"Agreed by: {Deed}.", words, StringComparison.Ordinal);
        Assert.Contains("From Thursday 1 April 2027 Once a year at most, by the lower of 3 % and the Consumer Prices Index, from Tuesday 1 June 2027 at the earliest", words, StringComparison.Ordinal);
        string subject = $"Prices on {scene.Doors.Ref} rise by another rule";
        Assert.Equal(1 + scene.Board.Count, await app.WithDb(db => db.Messages.CountAsync(m => m.Subject.StartsWith(subject))));
        Assert.Contains("framework.upliftRuleChanged", await scene.Doors.Log($"framework/{scene.Doors.Ref}"));
        Assert.Contains("by the lower of 1.5 %", PostForms.Words(await lead.Page(scene.Doors.HomePath)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rise_is_measured_by_the_rule_of_its_first_day_and_not_before_the_day_the_rule_names()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-141");
        await scene.ChangeRule(Later with { EarliestOn = new DateOnly(2027, 6, 1) }, Agreed(April));

        Assert.Equal("OVER_RULE", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Ask(2.1m, April.AddDays(-1)))).Reasons[0].Code);
        Assert.Equal("UPLIFT_EARLIEST", (await Assert.ThrowsAsync<RuleBroken>(() => scene.Ask(2.1m, April))).Reasons[0].Code);
        UpliftId asked = await scene.Ask(2.1m, new DateOnly(2027, 6, 1));
        Assert.Equal(2.1m, (await scene.Now(asked)).PermittedPercent);
    }

    [Fact]
    public async Task Where_no_rule_is_recorded_nothing_is_said_of_rising_prices()
    {
        FrameworkDoors bare = await FrameworkDoors.Open(app, provider: "P-145");
        UpliftScene ruled = await UpliftScene.Open(app, provider: "P-146");
        HttpClient lead = await bare.As(Role.Commissioner, bare.Lead);
        const string Running = "In a placement that runs already the fee rises only as the framework provides";

        string silent = PostForms.Words(await lead.Page(bare.HomePath));
        Assert.Contains("All terms in force today", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("How prices rise", silent, StringComparison.Ordinal);
        HttpClient other = await ruled.Doors.As(Role.Commissioner, ruled.Doors.Lead);
        Assert.Contains(Running, PostForms.Words(await other.Page(ruled.Doors.HomePath)), StringComparison.Ordinal);
        Assert.Contains(Running, PostForms.Words(await other.Page($"/frameworks/{ruled.Doors.Ref}/uplifts")), StringComparison.Ordinal);
        Assert.Equal("", PriceTerms.Of(new Money(5000m)).UpliftRule);
    }

    [Fact]
    public async Task Only_the_frameworks_lead_changes_it()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-142");
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";
        HttpClient provider = await scene.Doors.As(Role.ProviderBidder, scene.Doors.Provider);
        Actor other = await app.Someone(scene.Board[1], Role.Commissioner);

        Assert.Equal(HttpStatusCode.Forbidden, (await provider.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", "Varied."))).StatusCode);
        Assert.DoesNotContain("rule-change", await provider.Page(page), StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotAllowed>(() => app.Do((ProposeUpliftRule use) => use.Execute(other, scene.Doors.Ref, Later, Agreed(April))));
        Actor lead = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((ProposeUpliftRule use) => use.Execute(lead, scene.Doors.Ref, Later, Agreed(April)));
        await Assert.ThrowsAsync<NotAllowed>(() => app.Do((AgreeUpliftRule use) => use.Execute(other, scene.Doors.Ref)));
        await Assert.ThrowsAsync<NotAllowed>(() => app.Do((RefuseUpliftRule use) => use.Execute(other, scene.Doors.Ref, "No.")));
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);
    }

    [Fact]
    public async Task Another_person_refuses_a_proposed_change_and_the_proposer_is_told()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-148");
        Actor proposer = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((ProposeUpliftRule use) => use.Execute(proposer, scene.Doors.Ref, Later, Agreed(April)));
        HttpClient second = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";

        HttpResponseMessage wordless = await second.PostForm(page, page + "/rule-change/refusal", [("No.Reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        Assert.Contains("href=\"#No_Reason\"", (await wordless.Content.ReadAsStringAsync()).Replace("No-Reason", "No_Reason", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(page, page + "/rule-change/refusal", [("No.Reason", "The deed says 2 per cent.")])).StatusCode);
        Assert.DoesNotContain("waits for a second person", PostForms.Words(await second.Page(page)), StringComparison.Ordinal);
        Assert.Contains("framework.upliftRuleRefused", await scene.Doors.Log($"framework/{scene.Doors.Ref}"));
        Assert.True(await app.WithDb(db => db.Messages.AnyAsync(m => m.Person == proposer.Person && m.Body.Contains("The deed says 2 per cent."))));
        Assert.Equal(HttpStatusCode.Conflict, (await second.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);
    }

    internal static UpliftVariation Agreed(DateOnly from, string why = "Varied.") => new(from, why, Deed, Regime.LightTouch);

    internal static (string, string)[] Fields(string day, string month, string year, string reason) =>
    [
        ("Change.Index", "Consumer Prices Index"), ("Change.CapPercent", "3"), ("Change.QuorumPercent", "50"), ("Change.VoteDays", "14"), ("Change.Published", "Deed of variation 2"),
        ("Change.EarliestOn.Day", "1"), ("Change.EarliestOn.Month", "6"), ("Change.EarliestOn.Year", "2027"),
        ("When.From.Day", day), ("When.From.Month", month), ("When.From.Year", year), ("When.Reason", reason), ("When.Variation", Deed),
    ];

    internal static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;
}
