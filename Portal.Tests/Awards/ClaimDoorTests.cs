using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards;

/// <summary>What stands between an award and its signature: claims with their suspension, and a winner that fails due diligence.</summary>
public sealed class ClaimDoorTests
{
    [Fact]
    public async Task A_winner_that_fails_due_diligence_is_not_signed_with_and_the_award_falls_to_the_next()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
        OrganisationId failing = await scene.App.Organisation("P-102", OrganisationKind.Provider);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, $"{Page}/diligence/{failing.Value}", $"{Page}/diligence/{failing.Value}", ("Form.Insured", "true"), ("Form.Evidence", ""))).Status);
        (HttpStatusCode thin, string why) = await Try(scene.AsCommissioner, $"{Page}/diligence/{failing.Value}", $"{Page}/diligence/{failing.Value}", ("Form.Insured", "true"), ("Form.Evidence", "Seen."));
        Assert.Equal(HttpStatusCode.Conflict, thin);
        Assert.Contains("in at least five words", why, StringComparison.Ordinal);
        Assert.Contains("The conflicts assessment was last revised on Monday 23 November 2026, before the bidders were known.", PostForms.Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        await LookAt(scene, failing, passes: false);
        using HttpClient anyone = scene.App.Public();
        string stated = await CalendarRead.Calendar(anyone, EvaluationScene.Ref);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen", null, [("Form.Supplier", failing.Value.ToString()), ("Form.Withdrew", "false"), ("Form.Reason", "The insurance has lapsed and was not renewed")]);
        Tender again = await scene.Tender();
        Assert.Equal((TenderStage.Deciding, null), (again.Stage, again.StandstillEndsOn));

        // A subscribed calendar takes the standstill back, and later takes the new one in its place.
        string withdrawn = await CalendarRead.Calendar(anyone, EvaluationScene.Ref);
        CalendarRead.Follows(CalendarRead.Event(withdrawn, "standstill"), CalendarRead.Event(stated, "standstill"), "CANCELLED");
        CalendarRead.Follows(CalendarRead.Event(withdrawn, "standstill-over"), CalendarRead.Event(stated, "standstill-over"), "CANCELLED");
        Assert.Equal(CalendarRead.Event(stated, "closes"), CalendarRead.Event(withdrawn, "closes"));

        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "The next in the ranking"));
        await Do(director, "decision", ("Form.Reason", "Agreed anew on the new ranking"));
        await Do(scene.AsCommissioner, "summaries");
        await Do(scene.AsCommissioner, "notice");
        CalendarRead.Follows(CalendarRead.Event(await CalendarRead.Calendar(anyone, EvaluationScene.Ref), "standstill"), CalendarRead.Event(withdrawn, "standstill"), "CONFIRMED");
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
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
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
    public async Task A_claim_during_the_standstill_suspends_signature_until_it_is_lifted()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EvaluationScene.Post(legal, $"{Page}/claim", null, [("Form.Claimant", "P-101"), ("Form.Details", "Claim form served by e-mail"), .. ClaimForms.Issued]);
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        using HttpClient winner = await Provider(scene, "P-102");
        (HttpStatusCode held, string said) = await Try(winner, Result, Result + "/signature", ("Form.Signatory", "Pat"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("until the suspension is lifted", said, StringComparison.Ordinal);
        await LookAtBoth(scene);
        await EvaluationScene.Post(legal, $"{Page}/suspension", null, ClaimForms.Ended("Order of the court of 20 January 2027", "2027-01-20"));
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        OrganisationId home = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/signatures/{home.Value}", null, [.. As("Hal", "Owner"), ("Form.SignedOn", "2027-01-20"), ("Form.KeptAt", "Deed register 27/3")]);
        Assert.True(await scene.App.WithDb(async db => (await db.Awards.SingleAsync()).Signatures.Single(s => s.Party == home).OnPaper));
    }
}
