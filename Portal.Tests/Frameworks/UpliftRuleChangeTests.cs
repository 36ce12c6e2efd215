using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Frameworks;

/// <summary>The uplift rule changes only from a day to come, with a reason, and everybody it concerns is told; what it was stays readable.</summary>
public sealed class UpliftRuleChangeTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly UpliftTerms First = new("Consumer Prices Index", 1.5m, null, 50, 14, "Clause 14.3");
    private static readonly UpliftTerms Later = First with { CapPercent = 3m, Published = "Deed of variation 2" };
    private const string Deed = "Deed of variation 2 of 20 November 2026";

    private static readonly DateOnly April = new(2027, 4, 1);
    private static readonly Actor By = new(Id.New<PersonId>(), "Casey Commissioner", default, "The lead", new HashSet<Role> { Role.Commissioner });

    [Fact]
    public void The_rule_of_a_day_is_the_one_that_holds_on_it_and_nothing_changes_backwards()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        rule.RecordIndex(new IndexFigure(2.1m, "12 months", "ONS"));

        Assert.Equal("RULE_BACKDATED", Refused(() => rule.Change(By, Later, Agreed(FrameworkScene.Today, "Varied."), FrameworkScene.Now)));
        Assert.Equal("REASON_MISSING", Refused(() => rule.Change(By, Later, Agreed(April, " "), FrameworkScene.Now)));
        Assert.Equal("MISSING", Refused(() => rule.Change(By, Later, Agreed(April) with { Agreed = " " }, FrameworkScene.Now)));
        Assert.Equal("RULE_SAME", Refused(() => rule.Change(By, First, Agreed(April, "Varied."), FrameworkScene.Now)));
        Assert.Equal("CAP", Refused(() => rule.Change(By, First with { CapPercent = 0m }, Agreed(April, "Varied."), FrameworkScene.Now)));
        rule.Change(By, Later, Agreed(April, "Varied."), FrameworkScene.Now);
        Assert.Equal("RULE_ORDER", Refused(() => rule.Change(By, First, Agreed(April, "Varied back."), FrameworkScene.Now)));

        Assert.Equal((First, Later, First), (rule.TermsOn(April.AddDays(-1)), rule.TermsOn(April), rule.Terms));
        Assert.Equal((1.5m, 2.1m), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April)));
        Assert.Equal((Deed, "Casey Commissioner"), (rule.Changes[0].Variation, rule.Changes[0].ByName));
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
    public async Task Under_the_full_regime_a_higher_cap_is_not_recorded_before_it_is_weighed()
    {
        await using PortalApp own = new();
        UpliftScene scene = await UpliftScene.Open(own, provider: "P-143");
        (_, string tender) = await own.ReadyTender();
        await own.WithDb(db => db.Frameworks.Where(f => f.Ref == scene.Doors.Ref).ExecuteUpdateAsync(set => set.SetProperty(f => f.TenderRef, tender)));
        await own.WithDb(db => db.Tenders.Where(t => t.Ref == tender).ExecuteUpdateAsync(set => set.SetProperty(t => t.Regime, Regime.Full)));
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";

        HttpResponseMessage refused = await lead.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", "Varied."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("weighed as a modification first (section 74): prepare a UK10", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        Assert.Equal("RISE_UNWEIGHED", Refused(() => rule.Change(By, Later, Agreed(April) with { Regime = Regime.Full }, FrameworkScene.Now)));
        rule.Change(By, First with { CapPercent = 1m }, Agreed(April) with { Regime = Regime.Full }, FrameworkScene.Now);
    }

    [Fact]
    public void A_figure_of_another_index_counts_for_nothing()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        rule.RecordIndex(new IndexFigure(2.1m, "12 months", "ONS"));
        rule.Change(By, First with { Index = "Average weekly earnings" }, Agreed(April, "Varied."), FrameworkScene.Now);

        Assert.Equal((1.5m, null), (rule.PermittedOn(April.AddDays(-1)), rule.PermittedOn(April)));
        Assert.Equal("INDEX_UNKNOWN", Refused(() => rule.RecordIndex(new IndexFigure(1m, "12 months", "ONS"), "Retail Prices Index")));
        rule.RecordIndex(new IndexFigure(1.1m, "12 months", "ONS"), "Average weekly earnings");
        Assert.Equal(1.1m, rule.PermittedOn(April));
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
        Actor commissioner = await app.Someone(scene.Doors.Lead, Role.Commissioner);
        await app.Do((ChangeUpliftRule change) => change.Execute(commissioner, scene.Doors.Ref, Later with { EarliestOn = new DateOnly(2027, 6, 1) }, Agreed(April)));

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
        await Assert.ThrowsAsync<NotAllowed>(() => app.Do((ChangeUpliftRule change) => change.Execute(other, scene.Doors.Ref, Later, Agreed(April))));
    }

    private static UpliftVariation Agreed(DateOnly from, string why = "Varied.") => new(from, why, Deed, Regime.LightTouch);

    private static (string, string)[] Fields(string day, string month, string year, string reason) =>
    [
        ("Change.Index", "Consumer Prices Index"), ("Change.CapPercent", "3"), ("Change.QuorumPercent", "50"), ("Change.VoteDays", "14"), ("Change.Published", "Deed of variation 2"),
        ("Change.EarliestOn.Day", "1"), ("Change.EarliestOn.Month", "6"), ("Change.EarliestOn.Year", "2027"),
        ("When.From.Day", day), ("When.From.Month", month), ("When.From.Year", year), ("When.Reason", reason), ("When.Variation", Deed),
    ];

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;
}
