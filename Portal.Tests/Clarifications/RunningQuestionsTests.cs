using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Clarifications;

/// <summary>Questions joined, e-mails on record, late answers, and all answers in one document.</summary>
public sealed class RunningQuestionsTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 40, false)]
    [InlineData(1, 3, false)]
    [InlineData(1, 42.2, true)]
    [InlineData(2, 45, true)]
    [InlineData(2, 49.2, false)]
    public void Unanswered_questions_alarm_once_questions_are_closed_and_until_tenders_close(int unanswered, double daysFromStart, bool alarms)
    {
        Tender tender = ATender.Published(ATender.Commissioner(Id.New<OrganisationId>()));

        LateAnswers? late = LateAnswers.Of(tender, unanswered, ATender.Now.AddDays(daysFromStart));

        Assert.Equal(alarms, late is not null);
        Assert.Equal(ATender.Closes, tender.ClosesAt);
    }

    [Fact]
    public void The_proposed_deadline_keeps_the_promised_days_on_a_working_day_at_the_same_hour()
    {
        Tender tender = ATender.Published(ATender.Commissioner(Id.New<OrganisationId>()));

        // Asked about on Saturday 9 January 2027: seven days on is a Saturday, so Monday 18 January.
        LateAnswers late = LateAnswers.Of(tender, 1, new DateTimeOffset(2027, 1, 9, 10, 0, 0, TimeSpan.Zero))!;

        Assert.Equal(new DateTimeOffset(2027, 1, 18, 12, 0, 0, TimeSpan.Zero), late.Proposed);
    }

    [Fact]
    public async Task Two_that_ask_the_same_are_joined_and_get_one_answer()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        Actor first = await Provider("P-421");
        Actor second = await Provider("P-422");
        await Ask(first, reference, "May a home be in Wales?");
        await Ask(second, reference, "Is Wales allowed, we at Hill House ask?");
        HttpClient browser = await app.SignedInAs(buyer);
        string answer = $"/tenders/{reference}/questions/2/answer";

        Assert.Contains("Question 1: May a home be in Wales?", PostForms.Words(await browser.Page(answer)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostForm(answer, $"/tenders/{reference}/questions/2/merge", [("into", "1")])).StatusCode);
        HttpResponseMessage secret = await browser.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.Effect", "Explains"), ("Form.Answer", "Yes"), ("Form.ConfidentialReason", "A secret"));
        Assert.Equal(HttpStatusCode.Conflict, secret.StatusCode);
        await browser.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "May a home be in Wales?"), ("Form.Effect", "Explains"), ("Form.Answer", "No: England only."));

        string all = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions"));
        Assert.DoesNotContain("Hill House", all, StringComparison.Ordinal);
        Assert.Contains("Joined with question 1", PostForms.Words(await (await app.SignedInAs(second)).Page($"/tenders/{reference}/questions")), StringComparison.Ordinal);
        List<string> told = await app.WithDb(db => db.Messages.Where(m => m.Person == second.Person).Select(m => m.Subject).ToListAsync(Stop));
        Assert.Contains($"Your question 2 about tender {reference} is joined with question 1", told);
        Assert.Contains($"Question 1 about tender {reference} is answered", told);
        Assert.Contains("clarification.merged", await app.Log(reference));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostForm($"/tenders/{reference}/questions", $"/tenders/{reference}/questions/2/merge", [("into", "2")])).StatusCode);
    }

    [Fact]
    public async Task An_e_mail_is_put_on_record_and_its_question_answered_to_everybody_without_its_writer()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);

        HttpResponseMessage recorded = await browser.PostForm($"/tenders/{reference}/questions/import", [.. Email("pat@hillhouse.example"), ("Form.Question", "How many lots may one provider win?")]);
        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        HttpResponseMessage secret = await browser.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.Effect", "Explains"), ("Form.Answer", "All"), ("Form.ConfidentialReason", "A secret"));
        Assert.Equal(HttpStatusCode.Conflict, secret.StatusCode);
        await browser.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "How many lots may one provider win?"), ("Form.Effect", "Explains"), ("Form.Answer", "All of them."));

        string everybody = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions"));
        Assert.Contains("All of them.", everybody, StringComparison.Ordinal);
        Assert.DoesNotContain("hillhouse", everybody, StringComparison.OrdinalIgnoreCase);
        HttpClient legal = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Legal));
        Assert.Contains("pat@hillhouse.example", await legal.Page($"/tenders/{reference}/questions/emails"), StringComparison.Ordinal);
        HttpClient evaluator = await app.SignedInAs(await app.Someone(buyer.Organisation, Role.Evaluator));
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluator.GetAsync(new Uri($"/tenders/{reference}/questions/emails", UriKind.Relative), Stop)).StatusCode);
        Assert.Contains("clarification.emailImported", await app.Log(reference));
        Assert.DoesNotContain(await app.WithDb(db => db.Set<Domain.Audit.LogPayload>().Select(p => p.Json).ToListAsync(Stop)), p => p?.Contains("hillhouse", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_e_mail_with_a_field_missing_comes_back_as_typed_and_strangers_put_nothing_on_record()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        HttpClient browser = await app.SignedInAs(buyer);
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-east"));

        HttpResponseMessage answer = await browser.PostForm($"/tenders/{reference}/questions/import", ("Form.Text", "A long e-mail typed by hand"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("A long e-mail typed by hand", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/{reference}/questions/import", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task All_answers_are_one_page_for_everybody_and_nothing_else_is_on_it()
    {
        (Actor buyer, string reference) = await app.PublishedTender();
        Actor asker = await Provider("P-423");
        await Ask(asker, reference, "When?");
        await Ask(asker, reference, "Our secret?");
        await Ask(asker, reference, "Still waiting?");
        HttpClient browser = await app.SignedInAs(buyer);
        await browser.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "When?"), ("Form.Effect", "Explains"), ("Form.Answer", "In April."));
        await browser.PostForm($"/tenders/{reference}/questions/2/answer", ("Form.Effect", "Explains"), ("Form.Answer", "Allowed."), ("Form.ConfidentialReason", "A method"));

        string page = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions/all"));

        Assert.Contains("1 answer is published", page, StringComparison.Ordinal);
        Assert.Contains("In April.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Still waiting", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_buyer_is_alarmed_and_led_to_an_extension_for_all_and_nothing_moves_by_itself()
    {
        await using PortalApp own = new();
        (Actor buyer, string reference) = await own.PublishedTender();
        Actor asker = await own.Someone(await own.Organisation("P-424", OrganisationKind.Provider), Role.ProviderBidder);
        await own.Do((AskClarification ask) => ask.Execute(asker, reference, new AskedQuestion("When?"), Stop));
        own.Clock.MoveTo(new DateTimeOffset(2027, 1, 6, 10, 0, 0, TimeSpan.Zero));
        HttpClient browser = await own.SignedInAs(buyer);

        string questions = await browser.Page($"/tenders/{reference}/questions");
        Assert.Contains("Wednesday 13 January 2027, 12 noon", PostForms.Words(questions), StringComparison.Ordinal);
        Assert.Contains("think about more time for all", PostForms.Words(await browser.Page("/today")), StringComparison.Ordinal);
        string href = WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(questions, "href=\"(/tenders/[^\"]*/amend\\?[^\"]*)\"").Groups[1].Value);
        string form = await browser.Page(href);

        Assert.Contains("value=\"13\"", form, StringComparison.Ordinal);
        Assert.Contains("Answers to questions came late", form, StringComparison.Ordinal);
        Assert.Equal(ATender.Closes, (await own.Tender(reference)).ClosesAt);
    }

    private static (string, string)[] Email(string from) =>
        [("Form.From", from), ("Form.SentAt.Day", "20"), ("Form.SentAt.Month", "11"), ("Form.SentAt.Year", "2026"), ("Form.SentAt.Time", "09:30"), ("Form.Subject", "Your tender"), ("Form.Text", "Dear all, how many lots may we win? Pat")];

    private async Task Ask(Actor asker, string reference, string question) =>
        await app.Do((AskClarification ask) => ask.Execute(asker, reference, new AskedQuestion(question), Stop));

    private async Task<Actor> Provider(string code) => await app.Someone(await app.Organisation(code, OrganisationKind.Provider), Role.ProviderBidder);
}
