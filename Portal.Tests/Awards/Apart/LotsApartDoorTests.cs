using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Tests.Workflows.Procedures;
using Portal.Web.Audit.Sentences;
using Portal.Workflows.Engine;
using static Portal.Tests.Awards.Apart.ApartScene;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards.Apart;

/// <summary>Two lots awarded one after the other, through the pages: each with its own decision, letters, notice, standstill, claims and signature.</summary>
public sealed class LotsApartDoorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("A10-01")]
    [Rule("A10-11")]
    public async Task Lot_1_is_awarded_and_claimed_against_and_lot_2_is_awarded_and_signed_meanwhile()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        using HttpClient first = await Provider(scene, "P-101");
        using HttpClient second = await Provider(scene, "P-102");
        await EarlyNotice(scene, director);

        // Only who bid for lot 1 is told, and nothing has happened to lot 2.
        Assert.Equal(["1"], await scene.App.WithDb(db => db.AssessmentSummaries.Select(s => s.LotNumber).Distinct().ToListAsync(Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(new Uri(Result, UriKind.Relative), Stop)).StatusCode);
        Assert.Contains("You bid for lot 2 too. That is not decided yet", Words(await first.Page(EarlyResult)), StringComparison.Ordinal);
        Assert.Equal(TenderStage.Deciding, (await scene.Tender()).Stage);
        Assert.Equal(["standstill"], await scene.App.WaitsAt("SeparateAward", Subject));
        JsonObject notice = await Newest(scene, NoticeKind.ContractAward, ": lot 1");
        Assert.Equal(("1", "active", "1"), ((string)notice["tender"]!["lots"]!.AsArray().Single()!["id"]!, (string)notice["tender"]!["status"]!, (string)notice["awards"]!.AsArray().Single()!["relatedLots"]![0]!));
        using HttpClient anyone = scene.App.Public();
        string open = Words(await anyone.Page($"/tenders/{Ref}"));
        Assert.Contains("The award of lot 1 is announced.", open, StringComparison.Ordinal);
        Assert.Contains("Award notice of lot 1 published", open, StringComparison.Ordinal);
        Assert.Contains("UK6 Contract award notice, lot 1", Words(await anyone.Page($"/tenders/{Ref}/notices")), StringComparison.Ordinal);

        // A claim about lot 1 in its standstill.
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        Assert.Contains("This is about the award of lot 1.", Words(await legal.Page($"{Page}/claim?part=1")), StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"{Page}/claim?part=1", null, [("Form.Claimant", "P-103"), ("Form.Details", "Claim form served by e-mail"), .. ClaimForms.Issued]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.Paused, await scene.App.StateOf("SeparateAward", Subject));

        // Lot 2 goes on: its own decision, letters, notice and standstill, and its contract is signed.
        Assert.Contains("Award lot 2", Words(await scene.AsCommissioner.Page(Page)), StringComparison.Ordinal);
        await TellTheRest(scene, director);
        await Do(scene.AsCommissioner, "notice");
        await Number(scene, "032705-2027");
        string own = Words(await first.Page(Result));
        Assert.Contains("Your result for lot 1", own, StringComparison.Ordinal);
        Assert.DoesNotContain("You bid for lot 2 too", own, StringComparison.Ordinal);
        scene.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 21, 9, 0, 0, TimeSpan.Zero));
        await LookAt(scene, await scene.App.Organisation("P-102", OrganisationKind.Provider));
        await ReviewConflicts(scene);
        await EvaluationScene.Post(second, Result, Result + "/signature", [("Form.Signatory", "Pat Provider"), ("Form.Position", "Director")]);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"/tenders/{Ref}/approval-to-award", ApprovalFields.Of("CAB/27/3", new DateOnly(2027, 1, 12), new DateOnly(2027, 1, 19)));
        await Do(director, "signature", ("Form.Signatory", "Di Rector"), ("Form.Position", "Director"));
        await scene.App.Pump();
        Assert.Equal(TenderStage.Signed, (await scene.Tender()).Stage);
        Assert.Equal(["2"], await AdmittedLots(scene));
        Assert.Equal("2", (string)(await Newest(scene, NoticeKind.ContractDetails, ": lot 2"))["tender"]!["lots"]!.AsArray().Single()!["id"]!);

        // Lot 1 is still held; the order frees it alone, and it is signed under its own approval.
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/diligence/{(await scene.App.Organisation("P-101", OrganisationKind.Provider)).Value}?part=1", null, [("Form.Insured", "true"), ("Form.Registered", "true"), ("Form.NotExcluded", "true"), ("Form.Evidence", "Certificate, register and debarment list seen today")]);
        (HttpStatusCode held, string said) = await Try(first, EarlyResult, $"{Result}/signature?part=1", As("Hal Home", "Owner"));
        Assert.Equal(HttpStatusCode.Conflict, held);
        Assert.Contains("until the suspension is lifted", said, StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"{Page}/suspension?part=1", null, ClaimForms.Ended("Order of the court of 20 January 2027", "2027-01-20"));
        await EvaluationScene.Post(first, EarlyResult, $"{Result}/signature?part=1", As("Hal Home", "Owner"));
        (HttpStatusCode unapproved, string which) = await Try(director, Early, $"{Page}/signature?part=1", As("Di Rector", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, unapproved);
        Assert.Contains("Record the decision that allows the award of lot 1", which, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, $"/tenders/{Ref}/approval-to-award?part=1", null, ApprovalFields.Of("CAB/27/2", new DateOnly(2027, 1, 11), new DateOnly(2027, 1, 18)));
        await EvaluationScene.Post(director, Early, $"{Page}/signature?part=1", As("Di Rector", "Director"));
        await scene.App.Pump();
        await Both(scene);
    }

    [Fact]
    public async Task Who_may_not_and_what_is_not_ready_or_coupled_is_refused_with_the_reason_and_nothing_is_lost()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(new Uri(SetApart, UriKind.Relative), Stop)).StatusCode);
        (HttpStatusCode all, string why) = await Try(scene.AsCommissioner, SetApart, SetApart, ("Form.Lots", "1"), ("Form.Lots", "2"), ("Form.Reason", "Both are ready now"));
        Assert.Equal(HttpStatusCode.Conflict, all);
        Assert.Contains("These are all the lots that are left", why, StringComparison.Ordinal);
        Assert.Contains("Both are ready now", why, StringComparison.Ordinal);
        (HttpStatusCode none, string choose) = await Try(scene.AsCommissioner, SetApart, SetApart, ("Form.Reason", "Ready"));
        Assert.Equal(HttpStatusCode.Conflict, none);
        Assert.Contains("Choose the lots that are awarded now", choose, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsCommissioner.GetAsync(new Uri(Early, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, SetApart, SetApart, ("Form.Lots", "1"), ("Form.Reason", ""))).Status);
        Assert.False((await scene.Tender()).HasLotsApart);

        // Told together, no lot leaves any more.
        using HttpClient told = await Told(scene);
        (HttpStatusCode late, string together) = await Try(scene.AsCommissioner, Page, SetApart, ("Form.Lots", "1"), ("Form.Reason", "Lot 1 is urgent now"));
        Assert.Equal(HttpStatusCode.Conflict, late);
        Assert.Contains("have been told one result already", together, StringComparison.Ordinal);
        Assert.False((await scene.Tender()).HasLotsApart);
    }

    [Fact]
    [Rule("C2-03")]
    public async Task A_winner_of_lot_1_that_falls_out_changes_nothing_that_was_told_of_lot_2()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        await EarlyNotice(scene, director);
        using HttpClient anyone = scene.App.Public();
        string stated = CalendarRead.Event(await CalendarRead.Calendar(anyone, Ref), "standstill-1");
        await TellTheRest(scene, director);
        OrganisationId failing = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen?part=1", null, [("Form.Supplier", failing.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "It wrote that it gives up its tender")]);
        await scene.App.Pump();

        await scene.App.WithDb(async db =>
        {
            Award[] awards = await db.Awards.OrderBy(a => a.Part).ToArrayAsync(Stop);
            Assert.Equal([AwardStage.SummariesSent, AwardStage.Recommended], awards.Select(a => a.Stage));
            Assert.Equal([("1", 2), ("2", 1)], (await db.Set<Domain.Evaluation.Ranking.LotRanking>().ToListAsync(Stop)).GroupBy(r => r.LotNumber).Select(g => (g.Key, g.Max(r => r.Number))).Order());
        });
        Assert.Equal(["decide"], await scene.App.WaitsAt("SeparateAward", Subject));
        await Do(scene.AsCommissioner, "notice");
        Assert.Equal(TenderStage.Standstill, (await scene.Tender()).Stage);
        Assert.Contains("No bid can be awarded", (await Try(scene.AsCommissioner, Early, $"{Page}/recommendation?part=1", ("Form.Reason", "The next in the ranking"))).Said, StringComparison.Ordinal);

        // Its standstill is taken back in the calendars; the other one begins.
        string withdrawn = await CalendarRead.Calendar(anyone, Ref);
        CalendarRead.Follows(CalendarRead.Event(withdrawn, "standstill-1"), stated, "CANCELLED");
        Assert.Contains("STATUS:CONFIRMED", CalendarRead.Event(withdrawn, "standstill"), StringComparison.Ordinal);

        // Nobody is left on lot 1, so it ends; its award with it.
        await EvaluationScene.Post(scene.AsCommissioner, $"/tenders/{Ref}/lots/1/end", null, [("Form.Reason", "Nobody is left who could be awarded it.")]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.EndedEarly, await scene.App.StateOf("SeparateAward", Subject));
        CalendarRead.Follows(CalendarRead.Event(await CalendarRead.Calendar(anyone, Ref), "standstill-1"), CalendarRead.Event(withdrawn, "standstill-1"), "CANCELLED");
        await scene.App.NothingFailed();
    }

    [Fact]
    public async Task Before_anybody_is_told_the_lots_go_back_to_the_others_and_all_are_recommended_anew()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        await EvaluationScene.Post(scene.AsCommissioner, SetApart, null, [("Form.Lots", "1"), ("Form.Reason", "Places on lot 1 are needed before Easter; first by the published criteria")]);
        await Do(scene.AsCommissioner, "recommendation", ("Form.Reason", "First by the published criteria"));
        const string Back = $"{Page}/given-up?part=1";
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync(new Uri(Back, UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.AsCommissioner.GetAsync(new Uri($"{Page}/given-up", UriKind.Relative), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Back, Back, ("Form.Reason", ""))).Status);
        await EvaluationScene.Post(scene.AsCommissioner, Back, null, [("Form.Reason", "Lot 2 is ready as well, and one decision is enough.")]);
        await scene.App.Pump();
        Assert.Equal(InstanceState.EndedEarly, await scene.App.StateOf("SeparateAward", Subject));
        Assert.False((await scene.Tender()).HasLotsApart);
        using HttpClient told = await Told(scene);
        Assert.Equal(["1", "2"], await scene.App.WithDb(db => db.AssessmentSummaries.Select(s => s.LotNumber).Distinct().OrderBy(n => n).ToListAsync(Stop)));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Page, Back, ("Form.Reason", "Too late for this"))).Status);
        await scene.App.NothingFailed();
    }

    // Everything is signed: two decisions, two notices of each kind, one framework, and the log in the order of the law for each.
    private static async Task Both(EvaluationScene scene)
    {
        Assert.Equal(["1", "2"], await AdmittedLots(scene));
        await scene.App.NothingFailed();
        await scene.App.WithDb(async db =>
        {
            Assert.Equal([AwardStage.Signed, AwardStage.Signed], await db.Awards.OrderBy(a => a.Part).Select(a => a.Stage).ToArrayAsync(Stop));
            string[] steps = ["award.recommended", "award.decided", "award.summariesSent", "award.noticePublished", "award.signed"];
            List<string> happened = await db.LogEntries.Where(e => e.Subject == Subject).OrderBy(e => e.Row).Select(e => e.Action).ToListAsync(Stop);
            Assert.Equal(steps, happened.Where(steps.Contains));
            Assert.All(happened.Where(a => a.StartsWith("award.", StringComparison.Ordinal)), a => Assert.True(LogSentence.Knows(a), a));
            Notice[] notices = await db.Notices.OrderBy(n => n.Row).ToArrayAsync(Stop);
            Assert.Equal(2, notices.Count(n => n.Kind == NoticeKind.ContractDetails));
            JsonObject compiled = CompiledRelease.Of([.. notices.Select(n => JsonNode.Parse(n.ReleaseJson)!.AsObject())]);
            Assert.Empty(ProfileCheck.Of(compiled));
            Assert.Equal("complete", (string)compiled["tender"]!["status"]!);
            Assert.Equal(["complete", "complete"], compiled["tender"]!["lots"]!.AsArray().Select(l => (string)l!["status"]!));
            Assert.Equal(2, compiled["contracts"]!.AsArray().Count(c => (string)c!["status"]! == "active"));
        });
    }

    private static Task<List<string>> AdmittedLots(EvaluationScene scene) => scene.App.WithDb(db => db.Admissions.Select(a => a.LotNumber).Distinct().OrderBy(n => n).ToListAsync(Stop));

    private static async Task<JsonObject> Newest(EvaluationScene scene, NoticeKind kind, string ends)
    {
        Notice notice = await scene.App.WithDb(db => db.Notices.Where(n => n.Kind == kind).OrderByDescending(n => n.Row).FirstAsync(Stop));
        Assert.EndsWith(ends, notice.Title, StringComparison.Ordinal);
        JsonObject release = JsonNode.Parse(notice.ReleaseJson)!.AsObject();
        Assert.Empty(ProfileCheck.Of(release));
        return release;
    }

    private static string Words(string html) => PostForms.Words(html);
}
