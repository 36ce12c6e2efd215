using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Awards;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;
using static Portal.Tests.Awards.Apart.ApartScene;
using static Portal.Tests.Awards.AwardScene;

namespace Portal.Tests.Awards.Apart;

/// <summary>What may still be found out about one lot while the award of another stands: ties, corrections, questions to bidders, a winner that falls out.</summary>
public sealed class CasesApartDoorTests
{
    private const string Cases = $"/tenders/{Ref}/cases";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("D2-02"), Rule("A4-04"), Rule("A10-05")]
    public async Task While_lot_1_stands_still_a_score_of_lot_2_is_corrected_and_a_low_bid_heard_and_nothing_of_lot_1_changes()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        await EarlyNotice(scene, director);
        string alias = await scene.AliasOf("P-101");

        // A score of lot 1 stands: its bidders were told. One of lot 2 is corrected, before and after are kept, and the lot is ranked again.
        string lotOne = $"/tenders/{Ref}/evaluation/lots/1/corrections/{await AliasOn(scene, "P-101", "1", inAddress: true)}/Q1";
        (HttpStatusCode told, string why) = await Try(scene.AsModerator, lotOne, lotOne, Corrected);
        Assert.Equal(HttpStatusCode.Conflict, told);
        Assert.Contains("The bidders of lot 1 were told its award on", why, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsModerator, $"/tenders/{Ref}/evaluation/lots/2/corrections/{alias}/Q1", null, Corrected);
        await scene.App.WithDb(async db =>
        {
            LogEntry entry = await db.LogEntries.SingleAsync(e => e.Action == "evaluation.consensusCorrected", Stop);
            string payload = (await db.LogPayloads.SingleAsync(p => p.Entry == entry.Id, Stop)).Json!;
            Assert.Equal(scene.Moderator.Person, entry.Person);
            Assert.All((string[])["\"before\":1", "\"after\":2", "Page 4 was overlooked"], part => Assert.Contains(part, payload, StringComparison.Ordinal));
        });
        Assert.Equal([("1", 1), ("2", 2)], await Runs(scene));
        Assert.Contains("after prices could be seen", (await Try(scene.AsCommissioner, Page, $"{Page}/recommendation", ("Form.Reason", "First by the published criteria"))).Said, StringComparison.Ordinal);
        await EvaluationScene.Post(legal, $"/tenders/{Ref}/equal-treatment", $"/tenders/{Ref}/equal-treatment/answers", [("Form.Kind", nameof(CheckKind.ScoreAfterPrice)), ("Form.Lot", "2"), ("Form.Reason", "The page was there at the deadline; both evaluators agreed again")]);

        // The bidder of lot 1 is asked no more; the first of lot 2 is asked about its price, heard, and disregarded.
        (HttpStatusCode over, string late) = await Try(scene.AsCommissioner, Cases, Cases, await Question(scene, "P-101", "1", "AbnormallyLow"));
        Assert.Equal(HttpStatusCode.Conflict, over);
        Assert.Contains("The bidders of lot 1 were told its award on", late, StringComparison.Ordinal);
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-102", "2", "AbnormallyLow"));
        using HttpClient asked = await Provider(scene, "P-102");
        await EvaluationScene.Post(asked, $"/tenders/{Ref}/asked/1", null, [("Form.Answer", "We own the building")]);
        await EvaluationScene.Post(scene.AsCommissioner, Cases + "/1", null, [("Form.Outcome", "Disregarded"), ("Form.Reason", "It cannot pay its staff at this price")]);
        Assert.Equal([("1", 1), ("2", 3)], await Runs(scene));

        await TellTheRest(scene, director);
        await scene.App.Pump();
        OrganisationId left = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        Award[] awards = await Awards(scene);
        Assert.Equal([(0, AwardStage.SummariesSent), (1, AwardStage.Noticed)], awards.Select(a => (a.Part, a.Stage)));
        Assert.All(awards, a => Assert.Equal([left], a.WinningBidders));
        Assert.Equal(["standstill"], await scene.App.WaitsAt("SeparateAward", Subject));
        await scene.App.NothingFailed();
    }

    [Fact]
    [Rule("C2-11"), Rule("C2-03"), Rule("A10-05")]
    public async Task A_tie_in_a_separate_award_is_settled_as_published_and_when_its_winner_falls_out_the_next_is_awarded_while_the_rest_stands_still()
    {
        await using EvaluationScene scene = await Tied();
        using HttpClient director = await Director(scene);
        using HttpClient legal = await scene.App.SignedInAs(Role.Legal, scene.Commissioner.Organisation);
        (string, string)[] lotTwo = [("Form.Lots", "2"), ("Form.Reason", "Lot 2 is needed before Easter; first by the published criteria")];
        (HttpStatusCode tied, string open) = await Try(scene.AsCommissioner, SetApart, SetApart, lotTwo);
        Assert.Equal(HttpStatusCode.Conflict, tied);
        Assert.Contains("are tied and the published ladder does not separate them", open, StringComparison.Ordinal);
        Assert.False((await scene.Tender()).HasLotsApart);

        OrganisationId winner = await scene.App.Organisation("P-103", OrganisationKind.Provider);
        OrganisationId next = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        string label = (await Ranking(scene, "2")).Rows.Single(r => r.Bidder == winner).Label;
        string tie = $"/tenders/{Ref}/evaluation/lots/2/tie";
        (string, string)[] drawn = [("Form.Choice", label), ("Form.Reason", "Lots were drawn before two witnesses, as section 7 of the instructions says")];
        await EvaluationScene.Post(legal, tie, null, drawn);
        await EvaluationScene.Post(scene.AsCommissioner, SetApart, null, lotTwo);
        await DecideAndTell(scene, director);
        Assert.Equal([winner], (await Awards(scene)).Single().WinningBidders);
        Assert.Contains("were told its award on", (await Try(legal, tie, tie, drawn)).Said, StringComparison.Ordinal);

        // The rest is announced; then the winner of lot 2 withdraws.
        await TellTheRest(scene, director);
        await Do(scene.AsCommissioner, "notice");
        await Number(scene, "032706-2027");
        Tender before = await scene.Tender();
        Assert.Equal(TenderStage.Standstill, before.Stage);
        await EvaluationScene.Post(scene.AsCommissioner, $"{Page}/fallen?part=1", null, [("Form.Supplier", winner.Value.ToString()), ("Form.Withdrew", "true"), ("Form.Reason", "It wrote that it gives up its tender")]);
        await scene.App.Pump();
        Assert.Equal(["decide"], await scene.App.WaitsAt("SeparateAward", Subject));
        Assert.Contains("Recommend anew the award of lot 2", PostForms.Words(await scene.AsCommissioner.Page("/today")), StringComparison.Ordinal);

        using HttpClient fallen = await Provider(scene, "P-103");
        Assert.Contains("This result does not stand any more", PostForms.Words(await fallen.Page(EarlyResult)), StringComparison.Ordinal);

        // The next in rank may be asked before it is recommended; who was announced on lot 1 may not.
        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", "2", "Clarification"));
        Assert.Equal(HttpStatusCode.Conflict, (await Try(scene.AsCommissioner, Cases, Cases, await Question(scene, "P-101", "1", "Clarification"))).Status);
        await EvaluationScene.Post(scene.AsCommissioner, Early, $"{Page}/recommendation?part=1", [("Form.Reason", "The next in the ranking of lot 2")]);
        await DecideAndTell(scene, director);
        await scene.App.Pump();

        Award[] awards = await Awards(scene);
        Assert.Equal([(0, AwardStage.Noticed, 1), (1, AwardStage.SummariesSent, 2)], awards.Select(a => (a.Part, a.Stage, a.Round)));
        Assert.Equal([next], awards[1].WinningBidders);
        Assert.Equal(before.StandstillEndsOn, (await scene.Tender()).StandstillEndsOn);
        Assert.Equal([("1", 1), ("2", 2)], await Runs(scene));
        using HttpClient awarded = await Provider(scene, "P-101");
        Assert.Contains("Awarded", PostForms.Words(await awarded.Page(EarlyResult)), StringComparison.Ordinal);
        string told = PostForms.Words(await fallen.Page(EarlyResult));
        Assert.DoesNotContain("Sign the agreement", told, StringComparison.Ordinal);
        Assert.DoesNotContain("This result does not stand any more", told, StringComparison.Ordinal);
        Assert.Equal([Subject], await scene.App.WithDb(db => db.LogEntries.Where(e => e.Action == "award.reopened").Select(e => e.Subject).ToListAsync(Stop)));
        await scene.App.NothingFailed();
    }

    [Fact]
    [Rule("A6-01"), Rule("A6-12")]
    public async Task A_supplier_excluded_on_lot_2_signs_no_contract_for_lot_1_that_it_won_before()
    {
        await using EvaluationScene scene = await Ranked();
        using HttpClient director = await Director(scene);
        await EarlyNotice(scene, director);
        OrganisationId winner = (await Awards(scene)).Single().WinningBidders.Single();
        string diligence = $"{Page}/diligence/{winner.Value}?part=1";
        (string, string)[] passed = [("Form.Insured", "true"), ("Form.Registered", "true"), ("Form.NotExcluded", "true"), ("Form.Evidence", "Certificates and the debarment list were looked at on Monday 11 January 2027")];
        await EvaluationScene.Post(scene.AsCommissioner, diligence, null, passed);

        await EvaluationScene.Post(scene.AsCommissioner, Cases, null, await Question(scene, "P-101", "2", "Exclusion"));
        using HttpClient asked = await Provider(scene, "P-101");
        await EvaluationScene.Post(asked, $"/tenders/{Ref}/asked/1", null, [("Form.Answer", "It was another company of that name")]);
        await EvaluationScene.Post(scene.AsCommissioner, Cases + "/1", null, [("Form.Outcome", "Disregarded"), ("Form.Reason", "It was this company")]);

        // The ranking of lot 1 stands, its bidders were told; its contract does not come from an excluded supplier.
        Assert.Equal(1, (await Runs(scene)).Single(r => r.Item1 == "1").Item2);
        Assert.Contains("excludes a supplier of this award", PostForms.Words(await scene.AsCommissioner.Page(Early)), StringComparison.Ordinal);
        (HttpStatusCode again, string why) = await Try(scene.AsCommissioner, diligence, diligence, passed);
        Assert.Equal(HttpStatusCode.Conflict, again);
        Assert.Contains("Case 1 of this tender excludes a supplier", why, StringComparison.Ordinal);
        string result = PostForms.Words(await asked.Page(EarlyResult));
        Assert.Contains("excludes a supplier of this award", result, StringComparison.Ordinal);
        Assert.DoesNotContain("You bid for lot 2 too", result, StringComparison.Ordinal);
        await scene.App.NothingFailed();
    }

    private static (string, string)[] Corrected =>
        [("Form.Score", "2"), ("Form.Reason", "The answer names the key worker"), ("Form.WhyChanged", "Page 4 was overlooked; found when the summary was written")];

    // Lot 2 goes to one supplier; P-101 and P-103 have the same total there, and the ladder refers a tie to a person. P-101 alone is left on lot 1.
    private static async Task<EvaluationScene> Tied()
    {
        EvaluationScene scene = await EvaluationScene.Opened(tender =>
        {
            tender.ChangeLot("2", "prices", l => l.PriceBy(l.PriceLines, l.PriceMethod with { TieLadder = ["refer"] }));
            tender.SetUpFramework(tender.Framework! with { MostSuppliers = 1 });
        });
        await scene.Qualify("P-102");
        (string a, string c) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-103"));
        await scene.ScoreAll([a, c], a);
        await scene.Agree(a, (a, "3", "4"), (c, "3", "3"));
        await scene.Rank();
        return scene;
    }

    private static async Task<(string, string)[]> Question(EvaluationScene scene, string code, string lot, string kind) =>
    [
        ("Form.Kind", kind), ("Form.Bid", $"{lot}/{await AliasOn(scene, code, lot)}"), ("Form.Question", "How is the core price made up?"),
        ("Form.AnswerBy", scene.App.Clock.GetUtcNow().AddHours(48).ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static Task<string> AliasOn(EvaluationScene scene, string code, string lot, bool inAddress = false) => scene.App.WithDb(async db =>
    {
        OrganisationId bidder = await scene.App.Organisation(code, OrganisationKind.Provider);
        var bid = (await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, (await scene.Tender()).Id)).First(b => b.Bidder == bidder && b.LotNumber == lot);
        return inAddress ? AssessedBids.AliasInAddress(bid) : bid.Alias;
    });

    private static Task<LotRanking> Ranking(EvaluationScene scene, string lot) =>
        scene.App.WithDb(async db => (await EvaluationTables.RankingsOf(db, (await scene.Tender()).Id)).Single(r => r.LotNumber == lot));

    private static Task<(string, int)[]> Runs(EvaluationScene scene) =>
        scene.App.WithDb(async db => (await db.LotRankings.ToListAsync(Stop)).GroupBy(r => r.LotNumber).Select(g => (g.Key, g.Max(r => r.Number))).Order().ToArray());

    private static Task<Award[]> Awards(EvaluationScene scene) => scene.App.WithDb(db => db.Awards.AsNoTracking().OrderBy(a => a.Part).ToArrayAsync(Stop));
}
