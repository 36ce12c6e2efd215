using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

public sealed class DraftingTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_tender_is_drafted_through_its_pages_and_published()
    {
        OrganisationId buyer = await app.Organisation();
        Actor commissioner = await app.Someone(buyer, Role.Commissioner);
        HttpClient browser = await app.SignedInAs(commissioner);
        string at = (await browser.PostForm("/tenders/start", ("Form.Way", "Blank"), ("Form.Title", "Homes"))).Headers.Location!.ToString();

        await Saved(browser, $"{at}/basics", ("Form.Title", "Homes for children"), ("Form.Description", "A framework of homes for children, enough words to be understood."), ("Form.Cpv", "85311300"), ("Form.Regime", "LightTouch"), ("Form.Procedure", "Open"), ("Form.NetValue", "£1,000,000"), ("Form.GrossValue", "1000000.00"), ("Form.MarketEngagement", "UK2 in June 2026"), ("Form.HideBidderNames", "true"));
        await Saved(browser, $"{at}/lots", ("Form.Title", "Residential"));
        await Saved(browser, $"{at}/lots/1/basics", ("Form.Title", "Residential"), ("Form.ServiceType", "residential"), ("Form.PerHome", "true"), Day("Form.StartsOn", 1, 4, 2027), Month("Form.StartsOn", 4), Year("Form.StartsOn", 2027), Day("Form.EndsOn", 31, 3, 2031), Month("Form.EndsOn", 3), Year("Form.EndsOn", 2031));
        string descriptors = string.Join('\n', ATender.Descriptors);
        await Saved(browser, $"{at}/lots/1/criteria", ("Form.Rows[0].Code", "Q1"), ("Form.Rows[0].Title", "Care"), ("Form.Rows[0].Kind", "Quality"), ("Form.Rows[0].Weight", "60"), ("Form.Rows[0].Scale", "5"), ("Form.Rows[0].Minimum", "2"), ("Form.Rows[0].Descriptors", descriptors), ("Form.Rows[1].Code", "P"), ("Form.Rows[1].Title", "Price"), ("Form.Rows[1].Kind", "Price"), ("Form.Rows[1].Weight", "40"), ("Form.More", "false"));
        await Saved(browser, $"{at}/lots/1/questions", ("Form.Rows[0].Code", "Q1"), ("Form.Rows[0].Text", "How will you care?"), ("Form.Rows[0].CriterionCode", "Q1"), ("Form.Rows[0].Kind", "Text"), ("Form.Rows[0].MaxWords", "500"), ("Form.Rows[0].Required", "true"));
        await Saved(browser, $"{at}/lots/1/prices", ("Form.Rows[0].Code", "core"), ("Form.Rows[0].Title", "Core"), ("Form.Rows[0].Unit", "week"), ("Form.Rows[0].Required", "true"), ("Form.Rows[0].Ceiling", "9000"), ("Form.Method", "lowestPrice"), ("Form.AssessedLine", "core"), ("Form.Decimals", "2"), ("Form.TiesOn", "rounded"), ("Form.TieLadder", "lowerPrice"), ("Form.TieLadder", "refer"));
        await Saved(browser, $"{at}/lots/1/evidence", ("Form.Rows[0].Code", "insurance"), ("Form.Rows[0].Title", "Insurance"), ("Form.Rows[0].MaxMegabytes", "20"), ("Form.Rows[0].Types", "pdf, .docx"), ("Form.Declarations[0].Code", "D1"), ("Form.Declarations[0].Text", "All is true"), ("Form.Declarations[0].Required", "true"));
        await Saved(browser, $"{at}/dates", [.. At("Form.QuestionsCloseAt", 4, 1, 2027), .. At("Form.ClosesAt", 11, 1, 2027), .. At("Form.OpensAt", 11, 1, 2027), ("Form.Standstill", "true")]);
        await Saved(browser, $"{at}/framework", ("Form.IsFramework", "true"), ("Form.FrameworkRef", "WM-2027"), ("Form.WhoMayUse", "All"), ("Form.SelectionProcess", "Ranked"), ("Form.PriceMechanism", "Schedule"), Day("Form.StartsOn", 1, 4, 2027), Month("Form.StartsOn", 4), Year("Form.StartsOn", 2027), Day("Form.EndsOn", 31, 3, 2031), Month("Form.EndsOn", 3), Year("Form.EndsOn", 2031));
        await Saved(browser, $"{at}/approval", ApprovalFields.Of("CAB/1", new DateOnly(2026, 10, 6), new DateOnly(2026, 10, 13)));
        await Saved(browser, $"{at}/team", [.. await Team(buyer)]);
        await Document(browser, at, "Specification.txt", TenderDoors.SpecificationText);
        HttpClient colleague = await app.SignedInAs(await app.Someone(buyer, Role.Legal));
        await Saved(colleague, $"{at}/conflicts", ("Form.Assessment", "All asked"), ("Form.Mitigation", "None needed"));

        string tasks = PostForms.Words(await browser.Page(at));
        Assert.DoesNotContain("In progress", tasks, StringComparison.Ordinal);
        string reference = at.Split('/')[2];
        HttpResponseMessage published = await browser.PostForm($"/tenders/{reference}/publish");
        Assert.Equal($"/tenders/{reference}", published.Headers.Location?.ToString());
        Assert.Contains("tender.published", await app.Log(reference));
        Tender tender = await app.Tender(reference);
        Assert.Equal(["lowerPrice", "refer"], tender.Lots[0].PriceMethod.TieLadder);
        Assert.Equal(new DateTimeOffset(2027, 1, 11, 12, 0, 0, TimeSpan.Zero), tender.ClosesAt);
        Assert.Contains("Homes for children", PostForms.Words(await app.Public().Page($"/tenders/{reference}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_not_lost_when_a_field_is_wrong()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);

        HttpResponseMessage answer = await browser.PostForm($"/tenders/{reference}/draft/lots/1/criteria", ("Form.Rows[0].Code", "Q1"), ("Form.Rows[0].Title", "A title that took long to write"), ("Form.Rows[0].Weight", "130"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("A title that took long to write", html, StringComparison.Ordinal);
        Assert.Contains("A weight is a percentage", html, StringComparison.Ordinal);
        Assert.Contains("govuk-error-summary", html, StringComparison.Ordinal);
        Assert.Equal(3, (await app.Tender(reference)).Lots[0].Criteria.Count);
    }

    [Fact]
    public async Task A_short_timetable_is_warned_of_by_rule()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);

        await Saved(browser, $"/tenders/{reference}/draft/dates", [.. At("Form.QuestionsCloseAt", 3, 12, 2026), .. At("Form.ClosesAt", 8, 12, 2026), .. At("Form.OpensAt", 8, 12, 2026), ("Form.Standstill", "true")]);
        string words = PostForms.Words(await browser.Page($"/tenders/{reference}/draft/dates"));

        Assert.Contains("rule A5-04", words, StringComparison.Ordinal);
        Assert.Contains("(rule A5-04)", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_in_the_hour_that_autumn_repeats_is_refused()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);

        HttpResponseMessage answer = await browser.PostForm($"/tenders/{reference}/draft/dates", ("Form.ClosesAt.Day", "31"), ("Form.ClosesAt.Month", "10"), ("Form.ClosesAt.Year", "2027"), ("Form.ClosesAt.Time", "01:30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("comes twice", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drafter_cannot_assess_conflicts_and_another_council_sees_nothing()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient drafter = await app.SignedInAs(commissioner);
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));

        HttpResponseMessage answer = await drafter.PostForm("/tenders", $"/tenders/{reference}/draft/conflicts", [("Form.Assessment", "x"), ("Form.Mitigation", "y")]);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        foreach (string page in new[] { "draft", "draft/basics", "draft/lots", "draft/dates", "draft/team", "publish", "cancel", "amend" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/{reference}/{page}", UriKind.Relative), Stop)).StatusCode);
        }
    }

    [Fact]
    public async Task A_person_without_the_role_cannot_join_the_team()
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        Actor finance = await app.Someone(commissioner.Organisation, Role.Finance);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((ChooseTeam choose) => choose.Execute(commissioner, reference, [(finance.Person, TeamPart.Opener)], Stop)));

        Assert.Equal("ROLE_MISSING", refused.Reasons[0].Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ\0\0binary\0")]
    public async Task A_document_that_nobody_could_read_is_refused(string content)
    {
        (Actor commissioner, string reference) = await app.ReadyTender();
        HttpClient browser = await app.SignedInAs(commissioner);

        HttpResponseMessage answer = await Send(browser, $"/tenders/{reference}/draft", "setup.exe", content);

        Assert.True(answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, answer.StatusCode.ToString());
        Assert.Single((await app.Tender(reference)).Documents);
    }

    [Fact]
    public async Task An_incomplete_draft_is_not_published_and_the_page_says_why()
    {
        HttpClient browser = await app.SignedInAs(Role.Commissioner);
        string at = (await browser.PostForm("/tenders/start", ("Form.Way", "Blank"), ("Form.Title", "Half"))).Headers.Location!.ToString();
        string reference = at.Split('/')[2];

        HttpResponseMessage answer = await browser.PostForm(at, $"/tenders/{reference}/publish", []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("A3-07", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(TenderStage.Drafting, (await app.Tender(reference)).Stage);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Public().GetAsync(new Uri($"/tenders/{reference}", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task Today_asks_a_colleague_for_the_conflicts_assessment_and_the_drafter_for_the_rest()
    {
        OrganisationId buyer = await app.Organisation("yorkshire");
        Actor drafter = await app.Someone(buyer, Role.Commissioner);
        await app.Do((StartTender start) => start.Execute(drafter, "Homes by the sea", Stop));
        HttpClient legal = await app.SignedInAs(await app.Someone(buyer, Role.Legal));

        Assert.Contains("Assess conflicts of interest for “Homes by the sea”", PostForms.Words(await legal.Page("/today")), StringComparison.Ordinal);
        Assert.Contains("Finish the draft “Homes by the sea”", PostForms.Words(await (await app.SignedInAs(drafter)).Page("/today")), StringComparison.Ordinal);
    }

    private static async Task Saved(HttpClient browser, string url, params (string Name, string Value)[] fields)
    {
        HttpResponseMessage answer = await browser.PostForm(url, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{url} answered {(int)answer.StatusCode}: {PostForms.Words(await answer.Content.ReadAsStringAsync(Stop))}");
    }

    private static (string, string) Day(string field, int day, int month, int year) => (field + ".Day", day.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static (string, string) Month(string field, int month) => (field + ".Month", month.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static (string, string) Year(string field, int year) => (field + ".Year", year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static (string, string)[] At(string field, int day, int month, int year) => [Day(field, day, month, year), Month(field, month), Year(field, year), (field + ".Time", "12:00")];

    private async Task<(string, string)[]> Team(OrganisationId buyer)
    {
        async Task<string> Id(Role role) => (await app.Someone(buyer, role)).Person.Value.ToString();
        return
        [
            ("Form.Evaluators", await Id(Role.Evaluator)),
            ("Form.Evaluators", await Id(Role.Evaluator)),
            ("Form.Moderators", await Id(Role.Moderator)),
            ("Form.Openers", await Id(Role.Opener)),
            ("Form.Openers", await Id(Role.Opener)),
        ];
    }

    private static async Task Document(HttpClient browser, string at, string name, string content)
    {
        HttpResponseMessage answer = await Send(browser, at, name, content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string at, string name, string content)
    {
        string token = await browser.Token(at);
        using MultipartFormDataContent form = new()
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent("Specification"), "Form.Kind" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "Form.File", name },
        };
        return await browser.PostAsync(new Uri($"{at}/documents", UriKind.Relative), form, Stop);
    }
}
