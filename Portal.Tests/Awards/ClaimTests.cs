using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Awards.Direct;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;

namespace Portal.Tests.Awards;

/// <summary>Claims: issued or not, each ended by itself, and noted after signature too (A10-11, A13-06).</summary>
public sealed class ClaimTests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Page = $"/tenders/{Ref}/award";

    [Fact]
    [Rule("A10-11")]
    public async Task The_end_of_one_claim_leaves_every_other_claimants_suspension()
    {
        await using EvaluationScene scene = await NoticedAward.Make();
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await Note(legal, "P-101", ClaimForms.IssuedAs("HT-2027-000001"));
        await Note(legal, "P-103", ClaimForms.IssuedAs("HT-2027-000002"));
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));

        // Another claim's number, and an order that nobody has made yet.
        string said = await Refused(legal, ClaimForms.Ended("P-101 gave up", "2027-01-20", claim: 1, "HT-2027-000002", "Discontinued"));
        Assert.Contains("The claim of P-101 has the number HT-2027-000001", said, StringComparison.Ordinal);
        said = await Refused(legal, ClaimForms.Ended("Order of tomorrow", "2027-01-22", claim: 1));
        Assert.Contains("An order not yet made lifts nothing", said, StringComparison.Ordinal);
        Assert.Equal(2, (await Read(scene)).Claims.Count(c => c.IsSuspending));

        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("P-101 gave up", "2027-01-20", claim: 1, "HT-2027-000001", "Discontinued"));
        Award left = await Read(scene);
        Assert.True(left.IsSuspended);
        Assert.Equal("P-103", left.Claims.Single(c => c.IsSuspending).Claimant);
        Assert.Equal(0, await Entries(scene, "award.suspensionLifted"));
        using HttpClient winner = await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        using HttpResponseMessage held = await winner.PostForm($"/tenders/{Ref}/result", $"/tenders/{Ref}/result/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);

        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("The court lifted it", "2027-01-21", claim: 2, "HT-2027-000002"));
        Assert.False((await Read(scene)).IsSuspended);
        Assert.True((await Read(scene)).HoldsEvidence);
        Assert.Equal(1, await Entries(scene, "award.suspensionLifted"));
        Assert.Equal(2, await Entries(scene, "award.claimEnded"));
    }

    [Fact]
    [Rule("A10-11")]
    public async Task A_letter_before_claim_suspends_nothing_and_whether_proceedings_were_issued_must_be_said()
    {
        await using EvaluationScene scene = await NoticedAward.Make();
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        using HttpResponseMessage unsaid = await legal.PostForm($"{Page}/claim", ("Form.Claimant", "P-101"), ("Form.Details", "A letter"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);

        await Note(legal, "P-101", [("Form.Issued", "false")]);
        Award award = await Read(scene);
        Assert.False(award.IsSuspended);
        Assert.True(award.HoldsEvidence);
        string words = PostForms.Words(await legal.Page(Page));
        Assert.Contains("No proceedings issued: signature is not suspended", words, StringComparison.Ordinal);
        Assert.Contains("Nothing about this tender may be destroyed", words, StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("It wrote that it would not sue", "2027-01-11", claim: 1, "", "Discontinued"));
        Assert.False((await Read(scene)).HoldsEvidence);
        using HttpResponseMessage forbidden = await scene.AsCommissioner.GetAsync(new Uri($"{Page}/suspension", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    [Fact]
    [Rule("A13-06")]
    public async Task A_claim_after_signature_is_noted_holds_the_record_and_suspends_nothing()
    {
        await using DirectAwardScene scene = await DirectAwardScene.Drafted();
        await scene.PutForward(DirectAwardScene.Technical);
        await scene.RecordTransparencyNumber();
        await scene.Decide();
        await scene.PublishAwardNotice();
        await scene.App.PumpAt(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        await scene.ReadyToSign();
        await scene.Sign();
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        const string Room = $"/tenders/{DirectAwardScene.Ref}/award";
        await EvaluationScene.Post(legal, $"{Room}/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Particulars of claim for damages"), .. ClaimForms.Issued]);

        Award signed = await scene.App.WithDb(db => db.Awards.SingleAsync());
        ClaimNotice claim = Assert.Single(signed.Claims);
        Assert.False(claim.Suspends);
        Assert.True(claim.AfterSignature);
        Assert.True(signed.HoldsEvidence);
        Assert.Contains("After signature: a claim for damages", PostForms.Words(await legal.Page(DirectAwardScene.Page)), StringComparison.Ordinal);
        using HttpResponseMessage nothing = await legal.PostForm($"{Room}/suspension", ClaimForms.Ended("Order", "2027-01-04"));
        Assert.Equal(HttpStatusCode.Conflict, nothing.StatusCode);
        await EvaluationScene.Post(legal, $"{Room}/suspension", null, ClaimForms.Ended("Judgment for the authority", "2027-01-04", kind: "Dismissed"));
        Assert.False(await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).HoldsEvidence));
    }

    private static Task Note(HttpClient legal, string claimant, (string, string)[] issued) =>
        EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", claimant), ("Form.Details", "Served by e-mail"), .. issued]);

    private static async Task<string> Refused(HttpClient legal, (string, string)[] fields)
    {
        using HttpResponseMessage answer = await legal.PostForm($"{Page}/suspension", fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return PostForms.Words(await answer.Content.ReadAsStringAsync());
    }

    private static Task<Award> Read(EvaluationScene scene) => scene.App.WithDb(db => db.Awards.SingleAsync());

    private static Task<int> Entries(EvaluationScene scene, string kind) => scene.App.WithDb(db => db.LogEntries.CountAsync(e => e.Action == kind));
}
