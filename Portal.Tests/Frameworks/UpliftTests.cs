using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Frameworks;

/// <summary>The uplift rule and its doors: what may be asked, who may vote, what each person sees.</summary>
public sealed class UpliftTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData(1.5, 2.1, "1.5")]
    [InlineData(1.5, 0.9, "0.9")]
    [InlineData(1.5, -0.4, "0")]
    public void The_rule_permits_the_lower_of_cap_and_index_and_never_less_than_nothing(double cap, double index, string permitted)
    {
        UpliftRule rule = Rule((decimal)cap);
        rule.RecordIndex(Actor.Portal, new IndexFigure((decimal)index, "12 months", "ONS"), FrameworkScene.Now);

        Assert.Equal(decimal.Parse(permitted, System.Globalization.CultureInfo.InvariantCulture), rule.PermittedOn(UpliftScene.April));
    }

    [Fact]
    public void A_rule_that_makes_no_sense_is_refused_with_every_reason()
    {
        RuleBroken refused = Assert.Throws<RuleBroken>(() => UpliftRule.Publish(FrameworkScene.Agreed(), new UpliftTerms("CPI", 0m, 101m, 0, 2, "Clause 1")));

        Assert.Equal(["CAP", "TRIGGER", "QUORUM", "VOTE_DAYS"], refused.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Every_price_rises_by_the_same_per_cent_and_never_by_a_penny_more()
    {
        PriceTerms terms = PriceTerms.Of(new Money(6123.45m)) with { OneToOneHour = new Money(28.33m), SiblingDiscount = 5m };

        PriceTerms raised = terms.RaisedBy(1.5m);

        Assert.Equal((new Money(6215.30m), (Money?)new Money(28.75m), null, 5m), (raised.Core, raised.OneToOneHour, raised.TherapyHour, raised.SiblingDiscount));
        Assert.True(raised.IsDearerThan(terms));
        Assert.False(terms.IsDearerThan(raised));
    }

    [Fact]
    public async Task A_provider_asks_the_board_votes_by_name_and_finance_confirms_through_the_pages()
    {
        UpliftScene scene = await UpliftScene.Open(app);
        HttpClient provider = await scene.Doors.As(Role.ProviderBidder, scene.Doors.Provider);
        Assert.Contains("£6,191.50 at the most", PostForms.Words(await provider.Page(scene.Asking)), StringComparison.Ordinal);
        HttpResponseMessage asked = await provider.PostForm(scene.Asking, Fields(scene, "1.5"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        string page = asked.Headers.Location!.ToString();

        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        Assert.Contains("Look at the evidence for an uplift", PostForms.Words(await lead.Page("/today")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, page + "/board", [("Looked.Found", "The pay award is shown.")])).StatusCode);
        HttpClient director = await app.SignedInAs(Role.Director, scene.Board[1]);
        Assert.Contains("Vote on an uplift", PostForms.Words(await director.Page("/today")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await director.PostForm(page, page + "/votes", [("Voted.Voice", "For")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await director.PostForm(page, page + "/votes", [("Voted.Voice", "Against"), ("Voted.Words", "Changed my mind.")])).StatusCode);
        await scene.Vote(await Id(scene), BoardVoice.For);
        app.Clock.MoveTo(PortalApp.Start.AddDays(15));
        await app.Do((CountUpliftVotes count) => count.Execute(IdOf(page)));

        HttpClient finance = await app.SignedInAs(Role.Finance, scene.Doors.Lead);
        Assert.Equal(HttpStatusCode.Redirect, (await finance.PostForm(page, page + "/confirmation", [("Finance.Words", "Placements budget.")])).StatusCode);
        Assert.Contains("2027", PostForms.Words(await provider.Page(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("Votes, by name", await provider.Page(page), StringComparison.Ordinal);
        Assert.Contains("Votes, by name", await director.Page(page), StringComparison.Ordinal);
        Assert.Contains("carried by the framework’s board", PostForms.Words(await provider.Page(scene.Doors.HomePath)), StringComparison.Ordinal);
        app.Clock.MoveTo(PortalApp.Start);
    }

    [Theory]
    [InlineData("1.51", "permits 1.5 % at most")]
    [InlineData("0", "must be above 0")]
    [InlineData("abc", "number")]
    [InlineData("1.005", "two decimals")]
    public async Task What_is_over_the_rule_or_no_figure_is_refused_in_words_and_kept_on_the_form(string percent, string says)
    {
        UpliftScene scene = await UpliftScene.Open(app);
        HttpClient provider = await scene.Doors.As(Role.ProviderBidder, scene.Doors.Provider);

        HttpResponseMessage refused = await provider.PostForm(scene.Asking, Fields(scene, percent));

        Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity });
        string html = await refused.Content.ReadAsStringAsync();
        Assert.Contains(says, PostForms.Words(html), StringComparison.Ordinal);
        Assert.Contains("Pay rose by 6 %.", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    [Rule("A11-07")]
    public async Task Above_the_review_trigger_more_may_be_asked_and_the_lead_records_the_ground_for_changing_the_agreement()
    {
        UpliftScene scene = await UpliftScene.Open(app, reviewAbove: 3m, index: 4m);
        UpliftId id = await scene.Ask(3.5m);
        Actor lead = await app.Someone(scene.Doors.Lead, Role.Commissioner);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((PutUpliftToBoard put) => put.Execute(lead, id, new EvidenceLooked("Shown.", " "))));
        await app.Do((PutUpliftToBoard put) => put.Execute(lead, id, new EvidenceLooked("Shown.", "Clause 14.4 provides for a review above 3 %.")));

        Assert.Equal("MODIFICATION_GROUND", refused.Reasons[0].Code);
        Assert.Equal((UpliftStage.BeforeBoard, true), ((await scene.Now(id)).Stage, (await scene.Now(id)).OverRule));
    }

    [Fact]
    public async Task Too_soon_twice_at_once_twice_a_year_above_the_ceiling_and_without_evidence_are_refused()
    {
        UpliftScene scene = await UpliftScene.Open(app, reviewAbove: 3m, index: 20m);
        Actor provider = await app.Someone(scene.Doors.Provider, Role.ProviderBidder);
        Assert.Equal(["UPLIFT_TOO_SOON"], await Refused(scene.Asked(from: new DateOnly(2026, 12, 7))));
        Assert.Equal(["ABOVE_CEILING"], await Refused(scene.Asked(percent: 15m)));
        Assert.Equal(["EVIDENCE_MISSING"], await Refused(scene.Asked() with { Evidence = [] }));
        Assert.Equal(["UPLIFT_EVIDENCE"], await Refused(scene.Asked() with { Evidence = [Guid.Empty] }));
        Assert.Equal(["HOMES"], await Refused(scene.Asked() with { Homes = ["SC000000"] }));
        Assert.Equal(["FRAMEWORK_TERM"], await Refused(scene.Asked(from: new DateOnly(2030, 1, 1))));

        UpliftId id = await scene.AskAndPut();
        Assert.Equal(["UPLIFT_OPEN"], await Refused(scene.Asked()));
        await scene.Vote(id, BoardVoice.For, BoardVoice.For, BoardVoice.For, BoardVoice.For);
        await app.Do((CountUpliftVotes count) => count.Execute(id));
        await scene.Confirm(id);
        Assert.Equal(["UPLIFT_YEARLY"], await Refused(scene.Asked(from: new DateOnly(2028, 3, 31))));

        async Task<string[]> Refused(UpliftAsked asked) =>
            [.. (await Assert.ThrowsAsync<RuleBroken>(() => app.Do((AskForUplift ask) => ask.Execute(provider, scene.Doors.Ref, "1", asked)))).Reasons.Select(r => r.Code)];
    }

    [Fact]
    [Rule("A3-06")]
    public async Task Who_is_conflicted_may_only_record_the_conflict()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-OWN");
        UpliftId id = await scene.AskAndPut();
        Actor voter = await app.Someone(scene.Board[1], Role.Commissioner);
        await app.WithDb(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Id == scene.Doors.Provider)).JoinCooperative(scene.Board[1]);
            await db.Save(Actor.Portal);
        });

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((VoteOnUplift vote) => vote.Execute(voter, id, BoardVoice.For, "Yes.", default)));
        await app.Do((VoteOnUplift vote) => vote.Execute(voter, id, BoardVoice.Conflicted, "The provider is our own service.", default));

        Assert.Equal("BOARD_CONFLICT", refused.Reasons[0].Code);
        Assert.Equal((0, 1), ((await scene.Now(id)).Present, (await scene.Now(id)).Count(BoardVoice.Conflicted)));
    }

    [Fact]
    public async Task Strangers_rivals_and_those_who_acted_before_are_kept_out()
    {
        UpliftScene scene = await UpliftScene.Open(app);
        UpliftId id = await scene.AskAndPut();
        string page = $"/frameworks/uplifts/{id.Value}";
        HttpClient rival = await app.SignedInAs(Role.ProviderBidder, await app.Organisation("P-RIVAL", OrganisationKind.Provider));
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, scene.Doors.Stranger);
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);

        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(scene.Asking, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.PostForm(page, page + "/confirmation", [("Finance.Words", "Yes.")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(page, page + "/refusal", [("Refusal.Reason", "No.")])).StatusCode);

        Actor both = await app.Someone(scene.Doors.Lead, Role.Finance, Role.Director);
        await app.Do((VoteOnUplift vote) => vote.Execute(both, id, BoardVoice.For, "", default));
        foreach (OrganisationId authority in scene.Board.Skip(1))
        {
            Actor voter = await app.Someone(authority, Role.HeadOfService);
            await app.Do((VoteOnUplift vote) => vote.Execute(voter, id, BoardVoice.For, "", default));
        }

        await app.Do((CountUpliftVotes count) => count.Execute(id));
        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((ConfirmUplift confirm) => confirm.Execute(both, id, "Budget.")));
        Assert.Equal("OWN_REQUEST", refused.Reasons[0].Code);
    }

    [Fact]
    public async Task Where_a_rule_is_recorded_a_dearer_price_goes_to_the_board_and_the_rule_stays_as_recorded()
    {
        UpliftScene scene = await UpliftScene.Open(app);
        HttpClient provider = await scene.Doors.As(Role.ProviderBidder, scene.Doors.Provider);
        HttpResponseMessage dearer = await provider.PostForm(scene.Doors.HomePath + "/price", ("Form.Core", "6150"), ("Form.From", "2027-04-01"), ("Asked.Because", "Pay award"));
        Assert.Equal(HttpStatusCode.Conflict, dearer.StatusCode);
        Assert.Contains("Ask for an uplift", PostForms.Words(await dearer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm(scene.Doors.HomePath + "/price", ("Form.Core", "6000"), ("Form.From", "2027-04-01"), ("Asked.Because", "Fewer voids"))).StatusCode);

        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";
        Assert.Contains("1.5 %, the lower of cap and index", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        HttpResponseMessage again = await lead.PostForm(page, page + "/rule", [("Rule.Index", "CPI"), ("Rule.CapPercent", "9"), ("Rule.QuorumPercent", "1"), ("Rule.VoteDays", "3"), ("Rule.Published", "Nowhere")]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, page + "/index", [("Index.Percent", "1.2"), ("Index.Period", "12 months to March 2027"), ("Index.Source", "ONS")])).StatusCode);
        UpliftRule rule = await app.WithDb(db => db.UpliftRules.SingleAsync(r => r.FrameworkRef == scene.Doors.Ref));
        Assert.Equal([2.1m, 1.2m], rule.Figures.Select(f => f.Percent));
        Assert.Equal(1.2m, rule.PermittedOn(UpliftScene.April));
    }

    private static UpliftRule Rule(decimal cap) => UpliftRule.Publish(FrameworkScene.Agreed(), new UpliftTerms("CPI", cap, null, 50, 14, "Clause 14.3"));

    private static (string, string)[] Fields(UpliftScene scene, string percent) =>
        [("Form.Percent", percent), ("Form.From", "2027-04-01"), ("Form.Homes", scene.Doors.Urn), ("Form.Evidence", scene.Evidence.Value.ToString()), ("Form.Because", "Pay rose by 6 %.")];

    private static UpliftId IdOf(string page) => UpliftId.From(Guid.Parse(page[(page.LastIndexOf('/') + 1)..]));

    private static Task<UpliftId> Id(UpliftScene scene) => scene.App.WithDb(db => db.Uplifts.Where(u => u.FrameworkRef == scene.Doors.Ref).Select(u => u.Id).SingleAsync());
}
