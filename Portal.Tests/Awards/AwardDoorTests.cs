using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards;

/// <summary>From the ranking to the signed agreement, through the pages, in the order of the law.</summary>
public sealed class AwardDoorTests
{
    [Fact]
    public async Task The_award_is_decided_told_noticed_waits_and_is_signed_and_the_winners_are_admitted()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
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
        (HttpStatusCode unlooked, string unlookedWhy) = await Try(winner, Result, Result + "/signature", ("Form.Signatory", "Pat Provider"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unlooked);
        Assert.Contains("has not finished its last checks", unlookedWhy, StringComparison.Ordinal);
        await LookAt(scene, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat Provider"), ("Form.Position", "Director")]);
        (HttpStatusCode missing, string who) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, missing);
        Assert.Contains("has not signed yet", who, StringComparison.Ordinal);
        Assert.Contains("Look at P 101 again before signing: insurance, registration, exclusion", who, StringComparison.Ordinal);
        await LookAt(scene, await scene.App.Organisation("P-101", OrganisationKind.Provider));
        await EvaluationScene.Post(home, Result, Result + "/signature", [("Form.Signatory", "Hal Home"), ("Form.Position", "Owner")]);
        (HttpStatusCode unapproved, string which) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unapproved);
        Assert.Contains("Record the decision that allows the award", which, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"/tenders/{Ref}/approval-to-award", Tenders.ApprovalFields.Of("CAB/27/3", new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19)));
        (HttpStatusCode stale, string kept) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, stale);
        Assert.Contains("The conflicts assessment was last revised on Monday 23 November 2026, before the bidders were known.", kept, StringComparison.Ordinal);
        Assert.Contains($"/tenders/{Ref}/draft/conflicts", await scene.AsCommissioner.Page(Page), StringComparison.Ordinal);
        await ReviewConflicts(scene);
        string closed = await AnotherIsClosed(scene);
        (HttpStatusCode barred, string promise) = await Try(director, Page, $"{Page}/signature", ("Form.Signatory", "Di"), ("Form.Position", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, barred);
        Assert.Contains("promised that nobody joins it", promise, StringComparison.Ordinal);
        await scene.App.WithDb(db => db.Frameworks.Where(f => f.Ref == closed).ExecuteUpdateAsync(set => set.SetProperty(f => f.Ref, "WM-ANOTHER")));
        await Do(director, "signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));

        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
        await scene.App.WithDb(async db =>
        {
            Framework framework = await db.Frameworks.SingleAsync(f => f.TenderRef == Ref);
            Assert.True(framework.Live);
            Assert.Equal((8, 15, "trauma", "Within 20 miles of the region's boundary"), (framework.Lots[0].AgeFrom, framework.Lots[0].AgeTo, string.Join(' ', framework.Lots[0].Needs), framework.Lots[0].Geography));
            Assert.Equal(4m, (await db.UpliftRules.SingleAsync(r => r.Framework == framework.Id)).Terms.CapPercent);
            Assert.Equal(2, await db.Admissions.CountAsync(a => a.Framework == framework.Id));
            HomeAdmission[] homes = await db.HomeAdmissions.Include(h => h.Schedules).Where(h => h.Framework == framework.Id).ToArrayAsync();
            Assert.Equal([new Money(5200m), new Money(5400m)], homes.OrderBy(h => h.HomeUrn).Select(h => h.ScheduleOn(framework.StartsOn)!.Terms.Core));
            string[] order = await db.Set<LogEntry>().Where(e => e.Action.StartsWith("award.") || e.Action == "tender.signed").OrderBy(e => e.Id).Select(e => e.Action).ToArrayAsync();
            string[] steps = ["award.recommended", "award.decided", "award.summariesSent", "award.noticePublished", "tender.signed"];
            Assert.Equal(steps, order.Where(o => steps.Contains(o)));
        });
    }

    // Between the publication and the signature a closed framework took the reference.
    private static async Task<string> AnotherIsClosed(EvaluationScene scene)
    {
        string reference = (await scene.Tender()).Framework!.Ref;
        await scene.App.WithDb(async db =>
        {
            Framework closed = Framework.Open(reference, "Children’s homes", FrameworkLevel.Regional, scene.Commissioner.Organisation, scene.Commissioner.Organisation, new DateOnly(2026, 1, 1), new DateOnly(2029, 12, 31), new Money(1_000_000m), "WM-2025-0001", true);
            closed.SetTerms(FrameworkForm.Closed, null, pendingHomesAllowed: false);
            db.Add(closed);
            await db.Save(Actor.Portal);
        });
        return reference;
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
    public async Task Without_a_stated_standstill_the_published_reason_lets_the_parties_sign_at_once()
    {
        await using EvaluationScene scene = await Ranked(t => t.Schedule(t.Dates with { Standstill = false, NoStandstillReason = "Light touch; places are needed before Easter" }));
        using HttpClient director = await Told(scene);
        await Do(scene.AsCommissioner, "notice");
        await AwardNumber.Record(scene.App, scene.AsCommissioner, EvaluationScene.Ref);
        Tender ready = await scene.Tender();
        Assert.Equal((TenderStage.ReadyToSign, null), (ready.Stage, ready.StandstillEndsOn));
        Assert.Contains("places are needed before Easter", PostForms.Words(await director.Page(Page)), StringComparison.Ordinal);
        using HttpClient winner = await Provider(scene, "P-102");
        await LookAtBoth(scene);
        await EvaluationScene.Post(winner, Result, Result + "/signature", [("Form.Signatory", "Pat"), ("Form.Position", "Director")]);
        Assert.True(await scene.App.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Action == "tender.standstillForgone")));
    }
}
