using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Web.Printing;

namespace Portal.Tests.Awards;

/// <summary>From the ranking to the signed agreement, through the pages, in the order of the law.</summary>
public sealed class AwardDoorTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Page = $"/tenders/{Ref}/award";
    private const string Result = $"/tenders/{Ref}/result";

    /// <summary>P-101 and P-102 ranked on lot 2, P-101 alone on lot 1, P-103 not qualified.</summary>
    private static async Task<EvaluationScene> Ranked(Action<Tender>? also = null)
    {
        EvaluationScene scene = await EvaluationScene.Opened(also);
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, "1", "3"), (b, "5", "4"));
        await scene.Rank();
        return scene;
    }

    private static async Task<HttpClient> Director(EvaluationScene scene) => await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);

    private static async Task<HttpClient> Provider(EvaluationScene scene, string code) => await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation(code, OrganisationKind.Provider));

    private static Task Do(HttpClient who, string step, params (string, string)[] fields) => EvaluationScene.Post(who, Page, $"{Page}/{step}", fields);

    private static async Task<(HttpStatusCode Status, string Said)> Try(HttpClient who, string page, string url, params (string, string)[] fields)
    {
        using HttpResponseMessage answer = await who.PostForm(page, url, fields);
        return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<HttpClient> Told(EvaluationScene scene)
    {
        HttpClient director = await Director(scene);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        await Do(director, "decision", ("Form.Reason", "The published ranking is followed"));
        await Do(scene.AsCommissioner, "summaries");
        return director;
    }

    [Fact]
    public async Task The_award_is_decided_told_noticed_waits_and_is_signed_and_the_winners_are_admitted()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        Tender standing = await scene.Tender();
        Assert.Equal(TenderStage.Standstill, standing.Stage);
        // Published on Monday 11 January 2027: eight working days end on Wednesday 20 January.
        Assert.Equal(new DateOnly(2027, 1, 20), standing.StandstillEndsOn);

        using HttpClient winner = await Provider(scene, "P-102");
        (HttpStatusCode early, string said) = await Try(winner, Result, Result + "/signature", ("Form.Signatory", "Pat Provider"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, early);
        Assert.Contains("20 January 2027", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"))).Status);

        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        using HttpClient home = await Provider(scene, "P-101");
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat Provider"), ("Form.Position", "Director")]);
        (HttpStatusCode missing, string who) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, missing);
        Assert.Contains("has not signed yet", who, StringComparison.Ordinal);
        await EvaluationScene.Post(home, Result, Result + "/signature", [("Form.Signatory", "Hal Home"), ("Form.Position", "Owner")]);
        (HttpStatusCode unseen, string unseenWhy) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unseen);
        Assert.Contains("insurance, registration, exclusion", unseenWhy, StringComparison.Ordinal);
        await LookAt(scene, await scene.App.Organisation("P-101", OrganisationKind.Provider));
        await LookAt(scene, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        (HttpStatusCode unapproved, string which) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unapproved);
        Assert.Contains("Record the decision that allows the award", which, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"/tenders/{Ref}/approval-to-award", Tenders.ApprovalFields.Of("CAB/27/3", new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19)));
        await Do(director, "signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));

        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
        await scene.App.WithDb(async db =>
        {
            Framework framework = await db.Frameworks.SingleAsync(f => f.TenderRef == Ref);
            Assert.True(framework.Live);
            Assert.Equal(2, await db.Admissions.CountAsync(a => a.Framework == framework.Id));
            HomeAdmission[] homes = await db.HomeAdmissions.Include(h => h.Schedules).Where(h => h.Framework == framework.Id).ToArrayAsync();
            Assert.Equal([new Money(5200m), new Money(5400m)], homes.OrderBy(h => h.HomeUrn).Select(h => h.ScheduleOn(framework.StartsOn)!.Terms.Core));
            string[] order = await db.Set<LogEntry>().Where(e => e.Action.StartsWith("award.") || e.Action == "tender.signed").OrderBy(e => e.Id).Select(e => e.Action).ToArrayAsync();
            string[] steps = ["award.recommended", "award.decided", "award.summariesSent", "award.noticePublished", "tender.signed"];
            Assert.Equal(steps, order.Where(o => steps.Contains(o)));
        });
    }

    [Fact]
    public async Task No_step_is_taken_before_the_one_above_it()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(director, Page, $"{Page}/decision", ("Form.Reason", "Now"))).Status);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Page, $"{Page}/summaries")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Page, $"{Page}/notice")).Status);
        await Do(director, "decision", ("Form.Reason", "Every step was taken as published"));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Page, $"{Page}/notice")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"))).Status);
        Assert.Equal(AwardStage.Decided, await scene.App.WithDb(db => db.Awards.Select(a => a.Stage).SingleAsync()));
    }

    [Fact]
    public async Task Who_recommends_does_not_decide_and_a_large_award_needs_a_director()
    {
        await using EvaluationScene scene = await Ranked();
        Actor both = await scene.App.Someone(scene.Commissioner.Organisation, Role.Commissioner, Role.Director);
        using HttpClient browser = await scene.App.SignedInAs(both);
        await Do(browser, "recommendation", ("Form.Reason", "First by the published criteria"));
        (HttpStatusCode own, string said) = await Try(browser, Page, $"{Page}/decision", ("Form.Reason", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, own);
        Assert.Contains("Who recommended the award cannot decide", said, StringComparison.Ordinal);
        using HttpClient head = await scene.App.SignedInAs(Role.HeadOfService, scene.Commissioner.Organisation);
        Assert.Equal(HttpStatusCode.Forbidden, (await Try(head, Page, $"{Page}/decision", ("Form.Reason", "Mine"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Try(scene.AsCommissioner, Page, $"{Page}/decision", ("Form.Reason", "Mine"))).Status);
    }

    [Fact]
    public async Task The_summary_tells_everything_regulation_31_asks_for_and_all_get_it_at_once()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        Assert.Single((await scene.App.WithDb(db => db.AssessmentSummaries.ToListAsync())).Select(s => s.SentAt).Distinct());

        using HttpClient loser = await Provider(scene, "P-101");
        string told = PostForms.Words(await loser.Page(Result));
        // Own tender: each criterion with title, weight, how scored, scores available; score and explanation; totals; why.
        string[] own = ["Care and outcomes", "40%", "Scored by evaluators alone, then agreed by the panel", "0 to 5; below 2 disqualifies", "1 of 5", "Agreed 1 because the answer shows it", "Quality, sub-total", "Your tender was disqualified", "published tender"];
        Assert.All(own, part => Assert.Contains(part, told, StringComparison.Ordinal));
        // The winner's: name, identifier, scores, explanation, totals; and the reason for the decision.
        string[] winners = ["Awarded to P 102", "P-102", "5 of 5", "Agreed 5 because the answer shows it", "The published ranking is followed"];
        Assert.All(winners, part => Assert.Contains(part, told, StringComparison.Ordinal));
        Assert.DoesNotContain("6,000.00", told, StringComparison.Ordinal);

        using HttpClient disregarded = await Provider(scene, "P-103");
        string letter = PostForms.Words(await disregarded.Page(Result));
        Assert.Contains("No home of it is registered", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Awarded to P 102", letter, StringComparison.Ordinal);
        Assert.Equal(3, await scene.App.WithDb(db => db.Messages.CountAsync(m => m.Link == Result)));
        Assert.Equal(2, await scene.App.WithDb(db => db.AssessmentSummaries.CountAsync(s => s.FirstReadAt != null && s.LotNumber == "2")));
    }

    private static Task LookAt(EvaluationScene scene, OrganisationId winner, bool passes = true) => EvaluationScene.Post(
        scene.AsCommissioner, $"{Page}/diligence/{winner.Value}", null,
        [("Form.Insured", passes ? "true" : "false"), ("Form.Registered", "true"), ("Form.NotExcluded", "true"), ("Form.Evidence", "Certificate, register and debarment list seen today")]);

    [Fact]
    public async Task Without_a_stated_standstill_the_published_reason_lets_the_parties_sign_at_once()
    {
        await using EvaluationScene scene = await Ranked(t => t.Schedule(t.Dates with { Standstill = false, NoStandstillReason = "Light touch; places are needed before Easter" }));
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        Tender ready = await scene.Tender();
        Assert.Equal((TenderStage.ReadyToSign, null), (ready.Stage, ready.StandstillEndsOn));
        Assert.Contains("places are needed before Easter", PostForms.Words(await director.Page(Page)), StringComparison.Ordinal);
        using HttpClient winner = await Provider(scene, "P-102");
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        Assert.True(await scene.App.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Action == "tender.standstillForgone")));
    }

    [Fact]
    public async Task The_result_is_a_letter_in_pdf_for_its_bidder_alone()
    {
        const string Chromium = "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed here.");
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        using HttpClient loser = await Provider(scene, "P-101");
        using HttpResponseMessage away = await loser.GetAsync(new Uri(Result + "/letter.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        scene.App.Services.GetRequiredService<PrinterRoom>().MoveIn(new ChromiumPrinter(Chromium));
        using HttpResponseMessage letter = await loser.GetAsync(new Uri(Result + "/letter.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", letter.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(await letter.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using HttpClient other = await Provider(scene, "P-999");
        using HttpResponseMessage refused = await other.GetAsync(new Uri(Result + "/letter.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_part_is_withheld_only_on_a_recorded_ground_which_the_letter_states()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        OrganisationId winner = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        (string, string) choice = ("Form.Choice", $"2|{winner.Value}|Q2");
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(legal, $"{Page}/withheld", $"{Page}/withheld", choice, ("Form.Reason", "Secret"))).Status);
        await Do(director, "decision", ("Form.Reason", "The published ranking is followed"));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(legal, $"{Page}/withheld", $"{Page}/withheld", choice, ("Form.Reason", ""))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Try(scene.AsCommissioner, Page, $"{Page}/withheld", choice, ("Form.Reason", "Secret"))).Status);
        await EvaluationScene.Post(legal, $"{Page}/withheld", null, [choice, ("Form.Reason", "Names a staffing model that rivals would copy")]);
        await Do(scene.AsCommissioner, "summaries");

        using HttpClient loser = await Provider(scene, "P-101");
        string letter = PostForms.Words(await loser.Page(Result));
        Assert.Contains("Withheld as sensitive commercial information (section 94). Ground: Names a staffing model", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Agreed 4 because the answer shows it Withheld", letter, StringComparison.Ordinal);
        Assert.Contains("4 of 5", letter, StringComparison.Ordinal);
        using HttpClient own = await Provider(scene, "P-102");
        Assert.DoesNotContain("Withheld as sensitive", PostForms.Words(await own.Page(Result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_winner_that_fails_due_diligence_is_not_signed_with_and_the_award_falls_to_the_next()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        OrganisationId failing = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, $"{Page}/diligence/{failing.Value}", $"{Page}/diligence/{failing.Value}", ("Form.Insured", "true"), ("Form.Evidence", ""))).Status);
        await LookAt(scene, failing, passes: false);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", failing.Value.ToString()), ("Form.Withdrew", "false"), ("Form.Reason", "The insurance has lapsed and was not renewed")]);
        Tender again = await scene.Tender();
        Assert.Equal((TenderStage.Deciding, null), (again.Stage, again.StandstillEndsOn));

        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "The next in the ranking"));
        await Do(director, "decision", ("Form.Reason", "Agreed anew on the new ranking"));
        await Do(scene.AsCommissioner, "summaries");
        await scene.App.WithDb(async db =>
        {
            Award award = await db.Awards.SingleAsync();
            Assert.Equal(2, award.Round);
            Assert.DoesNotContain(award.Winners, w => w.Bidder == failing);
            Assert.Equal([1, 2], (await db.AssessmentSummaries.Where(s => s.Bidder == failing).Select(s => s.Round).ToListAsync()).Order());
            Assert.True(await db.Set<LogEntry>().AnyAsync(e => e.Action == "award.reopened"));
        });
        using HttpClient fallen = await Provider(scene, "P-102");
        Assert.DoesNotContain("this lot is awarded to you", PostForms.Words(await fallen.Page(Result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_counts_from_the_minute_the_authority_was_told()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        // Told on the last day of the standstill, written down the day after: it suspends. Told the day after: it does not.
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(legal, $"{Page}/claim", $"{Page}/claim", [("Form.Claimant", "P-101"), ("Form.Details", "Served"), ("Form.NotifiedAt", "2027-02-01T09:00:00Z"), .. ClaimForms.Issued])).Status);
        await EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", "P-103"), ("Form.Details", "Served today"), .. ClaimForms.Issued]);
        Assert.False(await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).IsSuspended));
        await EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Served by e-mail the evening before"), ("Form.NotifiedAt", "2027-01-20T21:30:00Z"), .. ClaimForms.Issued]);
        Assert.True(await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).IsSuspended));
    }

    [Fact]
    public async Task A_bidder_asks_for_a_feedback_meeting_and_is_answered_and_lawyers_see_who_read_what()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        using HttpClient loser = await Provider(scene, "P-101");
        await EvaluationScene.Post(loser, Result, Result + "/feedback", [("Form.Wish", "Why a 1 on care? Any Tuesday")]);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(loser, Result, Result + "/feedback", ("Form.Wish", "Again"))).Status);
        Domain.Awards.Telling.FeedbackRequest request = await scene.App.WithDb(db => db.FeedbackRequests.SingleAsync());
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/feedback/{request.Id.Value}", null, [("Form.Answer", "Tuesday 19 January at ten, by video")]);
        Assert.Contains("Tuesday 19 January at ten", PostForms.Words(await loser.Page(Result)), StringComparison.Ordinal);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        string page = PostForms.Words(await legal.Page(Page));
        Assert.Contains("Not read", page, StringComparison.Ordinal);
        Assert.Contains("Wednesday 10 February 2027", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_and_an_unrelated_provider_see_no_result()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        using HttpClient other = await Provider(scene, "P-999");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(Result, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AsEvaluators[0].GetAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_claim_during_the_standstill_suspends_signature_until_it_is_lifted()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, Ref);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Claim form served by e-mail"), .. ClaimForms.Issued]);
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        using HttpClient winner = await Provider(scene, "P-102");
        (HttpStatusCode held, string said) = await Try(winner, Result, Result + "/signature", ("Form.Signatory", "Pat"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("until the suspension is lifted", said, StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("Order of the court of 20 January 2027", "2027-01-20"));
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        OrganisationId home = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/signatures/{home.Value}", null, [("Form.Signatory", "Hal"), ("Form.Position", "Owner")]);
        Assert.True(await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).Signatures.Single(s => s.Party == home).OnPaper));
    }
}
