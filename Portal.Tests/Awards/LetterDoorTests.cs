using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Printing;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards;

/// <summary>What bidders are told of an award and ask about it, each its own.</summary>
public sealed class LetterDoorTests
{
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
        Assert.Contains("The price assessed is £6,000.00", told, StringComparison.Ordinal);

        using HttpClient disregarded = await Provider(scene, "P-103");
        string letter = PostForms.Words(await disregarded.Page(Result));
        Assert.Contains("No home of it is registered", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Awarded to P 102", letter, StringComparison.Ordinal);
        Assert.Equal(3, await scene.App.WithDb(db => db.Messages.CountAsync(m => m.Link == Result)));
        Assert.Equal(2, await scene.App.WithDb(db => db.AssessmentSummaries.CountAsync(s => s.FirstReadAt != null && s.LotNumber == "2")));
    }

    [Fact]
    public async Task The_result_is_a_letter_in_pdf_for_its_bidder_alone()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        using HttpClient loser = await Provider(scene, "P-101");
        using HttpResponseMessage away = await loser.GetAsync(new Uri(Result + "/letter.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        PrintedPdf.Printer(scene.App);
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
        Assert.Contains("Tuesday 9 February 2027", page, StringComparison.Ordinal);
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
}
