using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Clarifications;

public sealed class ClarificationTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_reaches_everybody_and_nobody_learns_who_asked()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        Actor asker = await Provider("P-401");
        Actor watcher = await Provider("P-402");
        HttpClient watching = await app.SignedInAs(watcher);
        await watching.PostForm($"/tenders/{reference}", $"/tenders/{reference}/watch", []);

        HttpResponseMessage asked = await (await app.SignedInAs(asker)).PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "We at Sunny Homes ask: may a home be in Wales?"), ("Form.Lot", "1"));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.DoesNotContain("Sunny Homes", await app.Public().Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        HttpResponseMessage answered = await (await app.SignedInAs(commissioner)).PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "May a home be in Wales?"), ("Form.Effect", "Explains"), ("Form.Answer", "No: England only."));
        Assert.Equal(HttpStatusCode.Redirect, answered.StatusCode);

        string words = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions"));
        Assert.Contains("May a home be in Wales? No: England only.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sunny Homes", words, StringComparison.Ordinal);
        Assert.DoesNotContain("P-401", words, StringComparison.OrdinalIgnoreCase);
        List<PersonId?> told = await app.WithDb(db => db.Messages.Where(m => m.Subject == $"Question 1 about tender {reference} is answered").Select(m => m.Person).ToListAsync(Stop));
        Assert.Equal(new HashSet<PersonId?> { asker.Person, watcher.Person }, told.ToHashSet());
        Assert.Equal(2, told.Count);
        Assert.Equal(["clarification.asked", "clarification.answered"], (await app.Log(reference)).Where(a => a.StartsWith("clarification", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_in_confidence_is_seen_by_asker_and_legal_only()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        Actor asker = await Provider("P-403");
        HttpClient asking = await app.SignedInAs(asker);
        await asking.PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "Our secret method?"), ("Form.ConfidentialWish", "A trade secret"));
        await (await app.SignedInAs(commissioner)).PostForm($"/tenders/{reference}/questions/1/answer", ("Form.Effect", "Explains"), ("Form.Answer", "It is allowed."), ("Form.ConfidentialReason", "It would give away the method"));
        HttpClient legal = await app.SignedInAs(await app.Someone(commissioner.Organisation, Role.Legal));
        HttpClient other = await app.SignedInAs(await Provider("P-404"));

        Assert.Contains("It would give away the method", await legal.Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        Assert.Contains("It is allowed.", await asking.Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        Assert.DoesNotContain("It is allowed.", await other.Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        Assert.DoesNotContain("secret method", await app.Public().Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        Assert.Contains("clarification.answeredInConfidence", await app.Log(reference));
    }

    [Fact]
    public async Task A_question_after_its_deadline_is_refused_and_kept_on_the_form()
    {
        await using PortalApp own = new();
        (_, string reference) = await own.PublishedTender();
        own.Clock.MoveTo(ATender.Dates.QuestionsCloseAt!.Value.AddTicks(1));
        HttpClient provider = await own.SignedInAs(Role.ProviderBidder);

        HttpResponseMessage answer = await provider.PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "A long question, too late"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Contains("D1-12", html, StringComparison.Ordinal);
        Assert.Contains("A long question, too late", html, StringComparison.Ordinal);
        Assert.Equal(0, await own.WithDb(db => db.Clarifications.CountAsync(Stop)));
    }

    [Fact]
    public async Task Only_providers_ask_and_only_the_buyer_answers()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        HttpClient provider = await app.SignedInAs(await Provider("P-405"));
        await provider.PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "When?"));
        HttpClient stranger = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-east"));

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedInAs(commissioner)).GetAsync(new Uri($"/tenders/{reference}/questions/ask", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri($"/tenders/{reference}/questions/1/answer", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/tenders/{reference}/questions/1/answer", UriKind.Relative), Stop)).StatusCode);
    }

    [Fact]
    public async Task A_question_is_answered_once()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        await (await app.SignedInAs(await Provider("P-406"))).PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "When?"));
        HttpClient buyer = await app.SignedInAs(commissioner);
        Assert.Contains("Answer question 1", PostForms.Words(await buyer.Page("/today")), StringComparison.Ordinal);
        await buyer.PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "When?"), ("Form.Effect", "Explains"), ("Form.Answer", "In April."));

        HttpResponseMessage again = await buyer.PostForm($"/tenders/{reference}/questions", $"/tenders/{reference}/questions/1/answer", [("Form.PublishedQuestion", "When?"), ("Form.Effect", "Explains"), ("Form.Answer", "In May.")]);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        TenderId id = (await app.Tender(reference)).Id;
        Assert.Equal("In April.", await app.WithDb(db => db.Clarifications.Where(c => c.Tender == id).Select(c => c.Answer).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Who_drafts_a_bid_is_told_of_answers()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        Actor drafting = await Provider("P-407");
        await app.Do((SaveBidDraft save) => save.Execute(drafting, reference, "1", new BidContent(), new DraftSeen(null), Stop));
        await (await app.SignedInAs(await Provider("P-408"))).PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", "When?"));

        await (await app.SignedInAs(commissioner)).PostForm($"/tenders/{reference}/questions/1/answer", ("Form.PublishedQuestion", "When?"), ("Form.Effect", "Explains"), ("Form.Answer", "In April."));

        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Person == drafting.Person && m.Subject.Contains(reference), Stop)));
    }

    private async Task<Actor> Provider(string code) => await app.Someone(await app.Organisation(code, OrganisationKind.Provider), Role.ProviderBidder);
}
