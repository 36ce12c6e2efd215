using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Qualification;

/// <summary>Requests to take part through the doors: sent, hidden, judged, and made into the shortlist.</summary>
public sealed class RequestDoorTests
{
    private const string TakePart = $"{FlexibleScene.Page}/take-part";
    private const string Requests = $"{FlexibleScene.Page}/requests";

    [Fact]
    public async Task A_request_is_sent_changed_and_withdrawn_until_the_deadline_and_no_later()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        using HttpClient supplier = await scene.As("P-100");
        using HttpResponseMessage empty = await supplier.PostForm(TakePart, [("Form.Conditions[0]", "Registered"), ("Form.Answers[0]", " "), ("Form.Answers[1]", "Good staff")]);
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        string said = await empty.Content.ReadAsStringAsync(BidScene.Token);
        Assert.Contains("Answer “Experience”", PostForms.Words(said), StringComparison.Ordinal);
        Assert.Contains("Good staff", said, StringComparison.Ordinal);

        await scene.Ask("P-100");
        await EvaluationScene.Post(supplier, TakePart, null, [("Form.Conditions[0]", "Registered since May"), ("Form.Answers[0]", "Three homes"), ("Form.Answers[1]", "Good staff")]);
        Assert.Contains("Registered since May", await supplier.Page(TakePart), StringComparison.Ordinal);
        await EvaluationScene.Post(supplier, TakePart, $"{TakePart}/withdrawal");
        Assert.Equal(RequestStanding.Withdrawn, await Standing(scene));

        scene.App.Clock.MoveTo(FlexibleScene.RequestsClose.AddMilliseconds(1));
        using HttpResponseMessage late = await supplier.PostForm(TakePart, FlexibleScene.Request("P-100"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Requests to take part closed", PostForms.Words(await late.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);
        Assert.Equal(RequestStanding.Withdrawn, await Standing(scene));
    }

    [Fact]
    [Rule("D1-04")]
    public async Task Nobody_of_the_buyer_sees_a_request_or_how_many_there_are_before_the_deadline()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        OrganisationId supplier = await scene.Supplier("P-100");
        await scene.Ask("P-100");

        string page = PostForms.Words(await scene.AsCommissioner.Page(Requests));
        Assert.Contains("Until then nobody sees who asked, or how many", page, StringComparison.Ordinal);
        Assert.DoesNotContain("P-100", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await scene.AsCommissioner.GetAsync(new Uri($"{Requests}/{supplier.Value}", UriKind.Relative), BidScene.Token)).StatusCode);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Bids.Commissioner.Organisation);
        Assert.DoesNotContain("P-100", await legal.Page($"{FlexibleScene.Page}/timeline"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.AsEvaluators[0].GetAsync(new Uri(Requests, UriKind.Relative), BidScene.Token)).StatusCode);
        using HttpClient other = await scene.As("P-101");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(new Uri(Requests, UriKind.Relative), BidScene.Token)).StatusCode);
    }

    [Fact]
    [Rule("A4-07")]
    public async Task The_shortlist_follows_the_published_criteria_and_everybody_is_told_the_reasons_at_the_same_moment()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        await scene.Ask("P-100", "P-101", "P-102", "P-103");
        await Close(scene);
        using HttpResponseMessage early = await scene.AsCommissioner.PostForm(Requests, $"{Requests}/invitation", [.. FlexibleScene.Moment("Form.ClosesAt", BidScene.Closes)]);
        Assert.Contains("Decide for 4 more suppliers", PostForms.Words(await early.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);
        await scene.Judge(("P-100", 5, 1), ("P-101", 3, 2), ("P-102", 2, 2), ("P-103", 0, 0));
        Assert.Contains("Would be invited", PostForms.Words(await scene.AsCommissioner.Page(Requests)), StringComparison.Ordinal);
        await scene.Invite();

        Tender tender = await scene.Tender();
        Assert.Equal([await scene.Supplier("P-100"), await scene.Supplier("P-101")], tender.Invited.OrderBy(s => s.Value));
        using HttpClient third = await scene.As("P-102");
        string told = PostForms.Words(await third.Page(TakePart));
        Assert.Contains("You are not on the shortlist: place 3 with 50.67 of 100 points", told, StringComparison.Ordinal);
        Assert.Contains("Shown by its records", told, StringComparison.Ordinal);
        using HttpClient out_ = await scene.As("P-103");
        Assert.Contains("No home of it is registered", PostForms.Words(await out_.Page(TakePart)), StringComparison.Ordinal);
        DateTimeOffset[] moments = await scene.App.WithDb(db => db.Messages.Where(m => m.Subject.StartsWith("Your request to take part")).Select(m => m.SentAt).ToArrayAsync());
        Assert.Equal(4, moments.Length);
        Assert.Single(moments.Distinct());
    }

    [Fact]
    [Rule("A4-01")]
    public async Task Who_is_not_on_the_shortlist_cannot_tender()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        await scene.Ask("P-100", "P-101", "P-102");
        await Close(scene);
        await scene.Judge(("P-100", 5, 1), ("P-101", 3, 2), ("P-102", 2, 2));
        await scene.Invite();

        BidTool stranger = await scene.Bids.Provider("P-102");
        using HttpResponseMessage refused = await stranger.Put("2", BidTool.Complete);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("NOT_INVITED", await refused.Content.ReadAsStringAsync(BidScene.Token), StringComparison.Ordinal);
        using HttpClient person = await scene.As("P-102");
        Assert.DoesNotContain("Start a bid", await person.Page(FlexibleScene.Page), StringComparison.Ordinal);
        await scene.Send("P-100", "6000.00", "one");
    }

    [Fact]
    public async Task A_single_supplier_is_invited_only_for_a_recorded_reason()
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        await scene.Ask("P-100", "P-101");
        await Close(scene);
        await scene.Judge(("P-100", 5, 1), ("P-101", 0, 0));
        using HttpResponseMessage refused = await scene.AsCommissioner.PostForm(Requests, $"{Requests}/invitation", [.. FlexibleScene.Moment("Form.ClosesAt", BidScene.Closes), ("Form.WhyOnlyOne", "")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("One supplier qualifies", PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);

        await scene.Invite("Its price is within the benchmark of care-sector figures.");
        Assert.Equal(TenderStage.Open, (await scene.Tender()).Stage);
    }

    internal static async Task Close(FlexibleScene scene)
    {
        scene.App.Clock.MoveTo(FlexibleScene.RequestsClose.AddMinutes(1));
        await scene.App.Do((Domain.Tenders.Flexible.CloseRequests close) => scene.App.WithDb(async db => await close.Execute(await db.Tenders.Where(t => t.Ref == FlexibleScene.Ref).Select(t => t.Id).SingleAsync(), BidScene.Token)));
    }

    private static Task<RequestStanding> Standing(FlexibleScene scene) => scene.App.WithDb(db => db.ParticipationRequests.Select(r => r.Standing).SingleAsync());
}
