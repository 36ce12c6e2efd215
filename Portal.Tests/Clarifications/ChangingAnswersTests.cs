using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Clarifications;

/// <summary>An answer explains, or it changes the documents; the second is never published before the change.</summary>
public sealed class ChangingAnswersTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("A7-04")]
    public async Task An_answer_that_changes_the_documents_waits_for_the_change_and_goes_out_with_it_at_the_same_instant()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        HttpClient asking = await Asked(reference, "P-451", "May homes in Wales be offered?");
        HttpClient buyer = await app.SignedInAs(commissioner);
        string page = $"/tenders/{reference}/questions/1/answer";
        using (HttpResponseMessage unsaid = await buyer.PostForm(page, ("Form.PublishedQuestion", "Wales?"), ("Form.Answer", "Yes, from now on.")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
            Assert.Contains("Say whether the answer explains only", PostForms.Words(await unsaid.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using (HttpResponseMessage held = await buyer.PostForm(page, ("Form.PublishedQuestion", "Wales?"), ("Form.Effect", "ChangesDocuments"), ("Form.Answer", "Yes, from now on.")))
        {
            Assert.StartsWith($"/tenders/{reference}/amend", held.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Yes, from now on", await asking.Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        Assert.DoesNotContain("Yes, from now on", await app.Public().Page($"/tenders/{reference}/questions"), StringComparison.Ordinal);
        HttpClient legal = await app.SignedInAs(await app.Someone(commissioner.Organisation, Role.Legal));
        Assert.Contains("changes the documents and waits for the change", PostForms.Words(await legal.Page($"/tenders/{reference}/questions")), StringComparison.Ordinal);
        Assert.Contains("Yes, from now on.", await buyer.Page(page), StringComparison.Ordinal);
        Assert.Contains("Answers that wait for this change", PostForms.Words(await buyer.Page($"/tenders/{reference}/amend")), StringComparison.Ordinal);

        using (HttpResponseMessage amended = await buyer.PostForm($"/tenders/{reference}/amend", ("Form.What", "Homes in Wales may be offered"), ("Form.Why", "Question 1"), ("Form.MoreTime", "false"), ("Form.ExtensionConsidered", "No: five weeks are left, which is enough to offer a home"), ("Form.Answers", "1")))
        {
            Assert.Equal(HttpStatusCode.Redirect, amended.StatusCode);
        }

        string words = PostForms.Words(await app.Public().Page($"/tenders/{reference}/questions"));
        Assert.Contains("Yes, from now on.", words, StringComparison.Ordinal);
        Assert.Contains("Change 1 of the tender carries it", words, StringComparison.Ordinal);
        (DateTimeOffset? answered, DateTimeOffset changed) = await app.WithDb(async db =>
        {
            Tender tender = await db.Tenders.SingleAsync(t => t.Ref == reference, Stop);
            return ((await db.Clarifications.SingleAsync(c => c.Tender == tender.Id, Stop)).AnsweredAt, tender.Amendments[^1].At);
        });
        Assert.Equal(changed, answered);
        Assert.Equal(["clarification.asked", "clarification.answerHeld", "tender.amended", "clarification.answered"], (await app.Log(reference)).Where(a => a.StartsWith("clarification", StringComparison.Ordinal) || a == "tender.amended"));
    }

    [Fact]
    [Rule("A2-06")]
    public async Task What_changes_the_documents_is_never_told_to_the_asker_alone()
    {
        (Actor commissioner, string reference) = await app.PublishedTender();
        await Asked(reference, "P-452", "May our method be allowed?");
        using HttpResponseMessage refused = await (await app.SignedInAs(commissioner)).PostForm($"/tenders/{reference}/questions/1/answer", ("Form.Effect", "ChangesDocuments"), ("Form.Answer", "Yes."), ("Form.ConfidentialReason", "A trade secret"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("never to one supplier alone", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(ClarificationStage.Asked, await app.WithDb(db => db.Clarifications.Where(c => c.Question == "May our method be allowed?").Select(c => c.Stage).SingleAsync(Stop)));
    }

    [Fact]
    [Rule("A7-03")]
    public void More_time_is_weighed_against_the_change_and_words_and_dates_agree()
    {
        Actor by = ATender.Commissioner(Id.New<OrganisationId>());
        Tender tender = ATender.Published(by);
        tender.ProposeTerms(tender.Description, [.. tender.Conditions, "Every home has a registered manager in post."], ATender.Now);
        Amendment change = new("A new condition", "Asked for by the inspectorate", "No, it is small") { MoreTime = false };
        Assert.Equal(["EXTENSION_REASON"], Codes(change));
        Assert.Empty(Codes(change with { ExtensionConsidered = "No: seven weeks are left, and every home must have one in law already" }));
        Assert.Equal(["EXTENSION_UNSAID", "EXTENSION_REASON"], Codes(change with { MoreTime = true }));
        Assert.Equal(["EXTENSION_CONTRADICTS"], Codes(change with { ClosesAt = ATender.Closes.AddDays(7) }));
        Assert.Empty(Codes(change with { MoreTime = true, ClosesAt = ATender.Closes.AddDays(7), ExtensionConsidered = "Yes, a week" }));

        string[] Codes(Amendment amendment) => [.. tender.WhatBlocksAmendment(amendment, ATender.Now).Select(r => r.Code)];
    }

    private async Task<HttpClient> Asked(string reference, string provider, string question)
    {
        HttpClient asking = await app.SignedInAs(Role.ProviderBidder, await app.Organisation(provider, OrganisationKind.Provider));
        using HttpResponseMessage asked = await asking.PostForm($"/tenders/{reference}/questions/ask", ("Form.Question", question));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return asking;
    }
}
