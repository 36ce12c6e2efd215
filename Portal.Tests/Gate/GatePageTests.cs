using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>The placement officer's way through the pages, and those who approve, follow up and answer.</summary>
public sealed class GatePageTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task An_officer_refers_a_provider_offers_and_the_place_is_called_off_on_terms()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        HttpClient provider = await market.App.SignedInAs(Role.ProviderBidder, market.Provider);
        string referral = await Referred(officer);
        Assert.Contains(referral, await provider.Page("/referrals/inbox"));
        Assert.Contains(referral, await provider.Page("/today"));

        HttpResponseMessage offered = await provider.PostForm($"/referrals/{referral}/answer", $"/referrals/{referral}/answer/offer", [
            ("Form.HomeUrn", GateMarket.Urn), ("Form.ServiceType", "residential"), ("Form.Price", "6100"), ("Form.Unit", "Week"),
            ("Form.AvailableFrom.Day", "1"), ("Form.AvailableFrom.Month", "12"), ("Form.AvailableFrom.Year", "2026"), ("Form.HowNeedsAreMet", "Small home near a school.")]);
        Assert.Equal(HttpStatusCode.Redirect, offered.StatusCode);
        Offer offer = await market.App.WithDb(db => db.Offers.SingleAsync());
        await officer.PostForm($"/referrals/{referral}", $"/referrals/{referral}/offers/{offer.Id.Value}/assessment", [("match.Suitable", "true"), ("match.Reason", "Near school.")]);
        string cards = await officer.Page($"/referrals/{referral}");
        string link = System.Text.RegularExpressions.Regex.Match(cards, "href=\"(/gate/check[^\"]*)\"[^>]*>\\s*Ask the gate about this offer").Groups[1].Value;
        Assert.Contains("Record this decision", await officer.Page(WebUtility.HtmlDecode(link)));

        string check = $"/gate/check?Form.Referral={referral}&Form.HomeUrn={GateMarket.Urn}&Form.Price=6100&Form.ServiceType=residential&Form.ChildAge=14&Form.Urgency=Planned&Form.Weeks=26";
        string answered = PostForms.Words(await officer.Page(check));
        Assert.Contains("This placement is allowed", answered);
        HttpResponseMessage recorded = await officer.PostForm(check, "/gate/check", [
            ("Form.Referral", referral), ("Form.HomeUrn", GateMarket.Urn), ("Form.Price", "6100.00"), ("Form.ServiceType", "residential"), ("Form.ChildAge", "14"), ("Form.Urgency", "Planned"), ("Form.Weeks", "26")]);
        string decision = recorded.Headers.Location!.ToString();
        Assert.Contains("Call the place off", await officer.Page(decision));

        GateDecision stored = await market.App.WithDb(db => db.GateDecisions.SingleAsync());
        HttpResponseMessage called = await officer.PostForm($"/call-offs/new?decision={stored.Id.Value}", ("Form.From.Day", "1"), ("Form.From.Month", "12"), ("Form.From.Year", "2026"));
        string callOff = called.Headers.Location!.ToString();
        Assert.Contains("C-4711", await officer.Page(callOff));
        Assert.Contains("£6,100.00", PostForms.Words(await officer.Page(callOff + "/agreement")));
        Assert.Contains("Individual placement agreement", await provider.Page(callOff + "/agreement"));
        HttpClient stranger = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(callOff, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(decision, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task What_a_referral_asks_for_is_ticked_on_the_form()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        string page = await officer.Page($"/gate/check?Form.HomeUrn={GateMarket.Urn}&Form.Price=6100&Form.Unit=night&Form.ServiceType=residential&Form.ChildAge=14&Form.Urgency=sameDay");

        Assert.Contains("value=\"Night\" checked", page, StringComparison.Ordinal);
        Assert.Contains("value=\"SameDay\" checked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_above_the_frameworks_is_stopped_in_words_with_the_allowed_price()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        string words = PostForms.Words(await officer.Page($"/gate/check?Form.HomeUrn={GateMarket.Urn}&Form.Price=7200&Form.ServiceType=residential&Form.ChildAge=14&Form.Urgency=Planned"));

        Assert.Contains("This option is stopped", words);
        Assert.Contains("£6,100.00", words);
        Assert.Contains("Next step:", words);
        Assert.Equal(0, await market.App.WithDb(db => db.GateDecisions.CountAsync()));
    }

    [Fact]
    public async Task An_emergency_takes_three_answers_and_a_declaration_and_leaves_duties()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        (string, string)[] answers = [("Form.ChildAge", "14"), ("Form.HomeUrn", GateMarket.Urn), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "Police protection; the only bed.")];

        HttpResponseMessage undeclared = await officer.PostForm("/gate/emergency", answers);
        HttpResponseMessage declared = await officer.PostForm("/gate/emergency", [.. answers, ("Form.Declared", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, undeclared.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, declared.StatusCode);
        string words = PostForms.Words(await officer.Page(declared.Headers.Location!.ToString()));
        Assert.Contains("Place the child: allowed as an emergency", words);
        Assert.Contains("£6,100.00", words);
        Assert.Contains("Ratify", PostForms.Words(await officer.Page("/gate/duties")));
    }

    [Fact]
    public async Task An_emergency_without_a_home_owes_its_name_tomorrow_and_naming_it_pays()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        HttpResponseMessage declared = await officer.PostForm("/gate/emergency", ("Form.ChildAge", "14"), ("Form.HomeName", "Larch House"), ("Form.HomeTelephone", "01926 555 777"), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The only bed."), ("Form.Declared", "true"));
        string page = declared.Headers.Location!.ToString();
        FollowUpDuty owed = await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.What == Duty.HomeNamed));

        Assert.Contains("Larch House, 01926 555 777", PostForms.Words(await officer.Page(page)));
        Assert.Contains("Larch House", PostForms.Words(await officer.Page($"/gate/duties/{owed.Id.Value}")));
        HttpResponseMessage named = await officer.PostForm(page, page + "/again", [("Again.HomeUrn", GateMarket.Urn)]);

        Assert.Equal(HttpStatusCode.Redirect, named.StatusCode);
        Assert.NotNull((await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.Id == owed.Id))).DoneAt);
        Assert.Equal(GateMarket.Urn, (await market.App.WithDb(db => db.GateDecisions.SingleAsync(d => d.Number == 2))).HomeUrn);
    }

    [Fact]
    public async Task A_duty_stands_on_the_day_of_whoever_acts_by_child_and_home_with_a_page_of_its_own()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        await officer.PostForm("/gate/emergency", ("Form.ChildAge", "14"), ("Form.HomeUrn", GateMarket.Urn), ("Form.ChildReference", "C-4711"), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The only bed."), ("Form.Declared", "true"));
        FollowUpDuty ratify = await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.What == Duty.Ratified));
        HttpClient head = await market.App.SignedInAs(Role.HeadOfService, market.Hartlepool);
        string page = $"/gate/duties/{ratify.Id.Value}";

        Assert.Contains($"href=\"{page}\"", await head.Page("/today"));
        Assert.Contains("child C-4711", PostForms.Words(await head.Page("/today")));
        Assert.DoesNotContain(page, await officer.Page("/today"));
        HttpResponseMessage empty = await head.PostForm(page, ("Form.Words", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("href=\"#Form-Words\"", await empty.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_order_of_the_page_and_in_its_words()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);

        HttpResponseMessage empty = await officer.PostForm("/gate/check", "/gate/check/answer", [("Form.Price", "lots"), ("Form.ChildAge", "teen")]);

        string html = await empty.Content.ReadAsStringAsync();
        string words = PostForms.Words(html);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Whole fee asked must be an amount in pounds", words);
        Assert.Contains("Child’s age must be a whole number", words);
        int[] places = [.. new[] { "#Form-HomeUrn", "#Form-Price", "#Form-ChildAge" }.Select(field => html.IndexOf($"href=\"{field}\"", StringComparison.Ordinal))];
        Assert.True(places[0] > 0 && places[0] < places[1] && places[1] < places[2], string.Join(", ", places));
    }

    [Fact]
    public async Task A_home_that_is_not_in_the_register_is_said_to_be_so()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);

        HttpResponseMessage answer = await officer.PostForm("/gate/check", "/gate/check/answer", [("Form.HomeUrn", "SC900999"), ("Form.Price", "6100"), ("Form.ServiceType", "residential"), ("Form.ChildAge", "14"), ("Form.Urgency", "Planned")]);

        Assert.Contains("copy of the regulator’s register has no home SC900999", PostForms.Words(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task After_the_emergency_the_child_gets_a_reference_and_the_line_keeps_its_duties()
    {
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Hartlepool);
        HttpResponseMessage declared = await officer.PostForm("/gate/emergency", ("Form.ChildAge", "14"), ("Form.HomeUrn", GateMarket.Urn), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The only bed."), ("Form.Declared", "true"));
        string page = declared.Headers.Location!.ToString();

        HttpResponseMessage again = await officer.PostForm(page, page + "/again", [("Again.ChildReference", "C-4711")]);

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        List<GateDecision> line = await market.App.WithDb(db => db.GateDecisions.OrderBy(d => d.Number).ToListAsync());
        Assert.Equal((2, line[0].Id, "C-4711"), (line.Count, line[1].Previous!.Value, line[1].ChildReference));
        Assert.Equal(4, await market.App.WithDb(db => db.FollowUpDuties.CountAsync()));
    }

    [Fact]
    public async Task The_reviewer_of_an_emergency_is_not_the_one_who_asked()
    {
        Actor asked = await market.App.Someone(market.Hartlepool, Role.PlacementOfficer, Role.HeadOfService);
        HttpClient officer = await market.App.SignedInAs(asked);
        await officer.PostForm("/gate/emergency", ("Form.ChildAge", "14"), ("Form.ServiceType", "residential"), ("Form.Price", "7200"), ("Form.Why", "The only bed."), ("Form.Declared", "true"));
        FollowUpDuty ratify = await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.What == Duty.Ratified));
        HttpClient colleague = await market.App.SignedInAs(Role.HeadOfService, market.Hartlepool);

        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostForm("/gate/duties", $"/gate/duties/{ratify.Id.Value}", [("Form.Words", "Ratified.")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await colleague.PostForm("/gate/duties", $"/gate/duties/{ratify.Id.Value}", [("Form.Words", "Ratified by panel.")])).StatusCode);
        Assert.NotNull((await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.Id == ratify.Id))).DoneAt);
    }

    [Fact]
    public async Task A_head_of_service_approves_from_the_queue_and_nobody_in_another_office()
    {
        Actor officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        GateDecision waiting = await market.App.Do((RecordDecision record) => record.Execute(
            officer, new AskedOption { ChildAge = 14, ServiceType = "residential", HomeUrn = GateMarket.Urn, Price = new Money(6100m), AlreadyLivesThere = true, LegalGround = "s.41", ChildReference = "C-1" }, null, default));
        Assert.Equal(Outcome.Allow, waiting.Outcome);
        GateDecision dearer = await market.App.Do((RecordDecision record) => record.Execute(
            officer, new AskedOption { ChildAge = 14, ServiceType = "residential", HomeUrn = GateMarket.Urn, Price = new Money(6400m), AlreadyLivesThere = true, LegalGround = "s.41", ChildReference = "C-2" }, null, default));
        HttpClient head = await market.App.SignedInAs(Role.HeadOfService, market.Warwickshire);
        Assert.Contains("£6,400.00", PostForms.Words(await head.Page("/gate/approvals")));

        string page = $"/gate/decisions/{dearer.Id.Value}";
        HttpResponseMessage approved = await head.PostForm(page, page + "/approvals", [("Form.Role", "HeadOfService"), ("Form.Purpose", "Placement"), ("Form.Words", "Staying is best.")]);
        HttpResponseMessage wrongOffice = await head.PostForm(page, page + "/approvals", [("Form.Role", "Finance"), ("Form.Purpose", "Price"), ("Form.Words", "Fine.")]);

        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrongOffice.StatusCode);
        List<GateDecision> line = await market.App.WithDb(db => db.GateDecisions.Where(d => d.Line == dearer.Line).OrderBy(d => d.Number).ToListAsync());
        Assert.Equal(dearer.Id, line[1].Previous);
        Assert.Equal(["finance/price"], line[1].Answer.RequiredApprovals.Where(a => !a.Given).Select(a => $"{Domain.Gate.Asking.Words.Of(a.Role)}/{Domain.Gate.Asking.Words.Of(a.Purpose)}"));
    }

    [Fact]
    public async Task Anybody_reads_and_tries_the_rules()
    {
        string words = PostForms.Words(await market.App.Public().Page("/gate/try?Form.Price=7000&Form.SchedulePrice=6100"));

        Assert.Contains("This option is stopped", words);
        Assert.Contains("C3", words);
        Assert.Contains("Decides", words);
    }

    [Fact]
    public async Task New_rules_are_approved_by_two_others_and_never_look_back()
    {
        Actor proposer = await market.App.Someone(market.Cooperative, Role.RccCommissioner);
        GateRuleSet rules = await market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { RatifyWorkingDay = 3 }, "Standing order 14", new DateOnly(2026, 12, 1), "Quicker review.", default));
        HttpClient first = await market.App.SignedInAs(Role.Director, market.Warwickshire);
        HttpClient second = await market.App.SignedInAs(Role.Legal, market.Cooperative);
        string approval = $"/gate/rules/{rules.Id.Value}/approval";

        Assert.Equal(HttpStatusCode.Redirect, (await first.PostForm("/gate/rules", approval, [])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await first.PostForm("/gate/rules", approval, [])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm("/gate/rules", approval, [])).StatusCode);
        Assert.Equal(GateRules.Founding.Version, (await market.App.WithDb(db => db.GateRulesOn(new DateOnly(2026, 11, 30), default))).Version);
        Assert.Equal(3, (await market.App.WithDb(db => db.GateRulesOn(new DateOnly(2026, 12, 1), default))).Terms.RatifyWorkingDay);
        await Assert.ThrowsAsync<RuleBroken>(() => market.App.Do((ProposeGateRules propose) => propose.Execute(proposer, new GateTerms { NeededWithinHours = 12 }, "x", new DateOnly(2027, 1, 1), "x", default)));
    }

    [Theory]
    [InlineData("/gate/check", Role.ProviderBidder)]
    [InlineData("/gate/emergency", Role.Finance)]
    [InlineData("/referrals/new", Role.Evaluator)]
    [InlineData("/referrals/inbox", Role.PlacementOfficer)]
    [InlineData("/gate/decisions", Role.ProviderBidder)]
    public async Task Pages_are_for_those_whose_work_they_are(string url, Role role)
    {
        HttpClient browser = await market.App.SignedInAs(role, role == Role.ProviderBidder ? market.Provider : market.Warwickshire);

        HttpResponseMessage answer = await browser.GetAsync(new Uri(url, UriKind.Relative));

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, answer.StatusCode.ToString());
    }

    [Theory]
    [InlineData("/referrals")]
    [InlineData("/gate/decisions")]
    [InlineData("/gate/duties")]
    [InlineData("/gate/approvals")]
    [InlineData("/gate/rules")]
    [InlineData("/gate/check")]
    [InlineData("/call-offs")]
    [InlineData("/today")]
    public async Task Empty_pages_say_what_to_do(string url)
    {
        HttpClient officer = await market.App.SignedInAs(await market.App.Someone(market.Warwickshire, Role.PlacementOfficer, Role.Director));

        Assert.Contains("<h1", await officer.Page(url));
    }

    private static async Task<string> Referred(HttpClient officer)
    {
        HttpResponseMessage sent = await officer.PostForm(
            "/referrals/new",
            ("Form.ChildReference", "C-4711"),
            ("Form.ChildAge", "14"),
            ("Form.ServiceTypes", "residential"),
            ("Form.Needs", "trauma"),
            ("Form.Urgency", "Planned"),
            ("Form.NeededBy.Day", "20"),
            ("Form.NeededBy.Month", "12"),
            ("Form.NeededBy.Year", "2026"),
            ("Form.NeededBy.Time", "09:00"),
            ("Form.WindowClosesAt.Day", "25"),
            ("Form.WindowClosesAt.Month", "11"),
            ("Form.WindowClosesAt.Year", "2026"),
            ("Form.WindowClosesAt.Time", "17:00"));
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, PostForms.Words(await sent.Content.ReadAsStringAsync()));
        return sent.Headers.Location!.ToString().Split('/')[^1];
    }
}
