using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.Printing;

namespace Portal.Tests.Awards;

/// <summary>Regulation 31 as a checklist: each item of the list stands in every summary, on the page and in the PDF, and equals the locked record it was written from (A10-02 to A10-05, D2-11).</summary>
public sealed class Regulation31Tests
{
    private const string Ref = EvaluationScene.Ref;
    private const string Page = $"/tenders/{Ref}/award";
    private const string Result = $"/tenders/{Ref}/result";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>P-102 wins lot 2 before P-101; P-103 is not qualified; the letters are sent.</summary>
    private static async Task<EvaluationScene> Told(string loser = "3", Action<Tender>? also = null)
    {
        EvaluationScene scene = await EvaluationScene.Opened(t =>
        {
            t.SetUpFramework(t.Framework! with { MostSuppliers = 1 });
            also?.Invoke(t);
        });
        await scene.Qualify("P-103");
        (string a, string b) = (await scene.AliasOf("P-101"), await scene.AliasOf("P-102"));
        await scene.ScoreAll([a, b], a);
        await scene.Agree(a, (a, loser, "3"), (b, "5", "4"));
        await scene.Rank();
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/recommendation", [("Form.Reason", "First by the published criteria")]);
        using HttpClient director = await scene.App.SignedInAs(Role.Director, scene.Commissioner.Organisation);
        await EvaluationScene.Post(director, Page, $"{Page}/decision", [("Form.Reason", "The published ranking is followed")]);
        await EvaluationScene.Post(scene.AsCommissioner, Page, $"{Page}/summaries");
        return scene;
    }

    private static async Task<HttpClient> Provider(EvaluationScene scene, string code) => await scene.App.SignedInAs(Role.ProviderBidder, await scene.App.Organisation(code, OrganisationKind.Provider));

    /// <summary>The locked record of lot 2.</summary>
    private sealed record Locked(Lot Lot, LotRanking Ranking, Moderation Moderation, Award Award, IReadOnlyDictionary<OrganisationId, Organisation> Names)
    {
        public RankedTender RowOf(OrganisationId bidder) => Ranking.Rows.Single(r => r.Bidder == bidder);

        public RankedTender Winner => Ranking.Rows.Single(r => r.Label == Ranking.Winner);
    }

    private static async Task<Locked> Record(EvaluationScene scene)
    {
        Tender tender = await scene.Tender();
        Lot lot = tender.LotNumbered("2");
        return await scene.App.WithDb(async db => new Locked(
            lot,
            (await db.RankingsOf(tender.Id, Stop)).Single(r => r.Lot == lot.Id),
            (await db.ModerationOf(tender.Id, lot.Id, Stop))!,
            (await db.AwardOf(tender.Id, Stop))!,
            await db.Organisations.ToDictionaryAsync(o => o.Id, Stop)));
    }

    private const string Own = "A10-02 (ii), (iii) own tender";
    private const string Winning = "A10-03, A10-04 winning tender";

    /// <summary>Regulation 31, item by item, as rules A10-02 to A10-04 have it. No criterion has sub-criteria here: what is scored is a criterion, so their explanations are those of the criteria.</summary>
    private static readonly string[] Items =
    [
        "A10-02 (i) each criterion: title", "A10-02 (i) each criterion: relative importance", "A10-02 (i) each criterion: scores available",
        "A10-02 (i) each criterion: how quality was scored", "A10-02 (i) each criterion: how price was scored", "A10-02 (i) each criterion: where the full version is",
        $"{Own}: score for each criterion", $"{Own}: explanation for each criterion by reference to the tender", $"{Own}: explanation of the price by its figures", $"{Own}: sub-total", $"{Own}: price points", $"{Own}: total",
        $"{Winning}: score for each criterion", $"{Winning}: explanation for each criterion by reference to the tender", $"{Winning}: explanation of the price by its figures", $"{Winning}: sub-total", $"{Winning}: price points", $"{Winning}: total",
        "A10-03 winner: name", "A10-03 winner: postal address", "A10-03 winner: e-mail address", "A10-03 winner: identifier",
        "A10-02 (iv) reason for the decision", "A10-02 (iv) why, or why not",
    ];

    /// <summary>The items of the regulation for one reader, worked out from the record and not from the letter.</summary>
    private static IEnumerable<(string Item, string Words)> Checklist(Locked record, OrganisationId reader)
    {
        foreach (Criterion criterion in record.Lot.Criteria)
        {
            yield return ("A10-02 (i) each criterion: title", criterion.Title);
            yield return ("A10-02 (i) each criterion: relative importance", $"{criterion.Weight.ToString("0.##", CultureInfo.InvariantCulture)}%");
            yield return ("A10-02 (i) each criterion: scores available", criterion.Kind == CriterionKind.Price ? $"0 to {criterion.Weight.ToString("0.##", CultureInfo.InvariantCulture)} points" : $"0 to {criterion.Scale}");
        }

        yield return ("A10-02 (i) each criterion: how quality was scored", "Scored by evaluators alone, then agreed by the panel. Points are the weight × score ÷ highest score.");
        yield return ("A10-02 (i) each criterion: how price was scored", "The lowest compliant price gets full marks; another gets the weight × lowest price ÷ its price.");
        yield return ("A10-02 (i) each criterion: where the full version is", "published tender");
        foreach ((string, string) item in OfTender(record, Own, record.RowOf(reader)).Concat(OfTender(record, Winning, record.Winner)))
        {
            yield return item;
        }

        yield return ("A10-03 winner: name", $"Awarded to {record.Names[record.Winner.Bidder].Name}");
        yield return ("A10-03 winner: postal address", record.Names[record.Winner.Bidder].Address!.InWords);
        yield return ("A10-03 winner: e-mail address", record.Names[record.Winner.Bidder].Address!.Email);
        yield return ("A10-03 winner: identifier", record.Names[record.Winner.Bidder].Code);
        yield return ("A10-02 (iv) reason for the decision", record.Award.Decision!.Reason);
    }

    private static IEnumerable<(string Item, string Words)> OfTender(Locked record, string whose, RankedTender row)
    {
        Ratio quality = Ratio.Zero;
        foreach (Criterion criterion in record.Lot.QualityCriteria)
        {
            ConsensusScore agreed = record.Moderation.ScoreOf(row.Submission, criterion.Code)!;
            quality += Ratio.FromDecimal(criterion.Weight) * agreed.Score / criterion.Scale;
            yield return ($"{whose}: score for each criterion", $"{agreed.Score} of {criterion.Scale}");
            yield return ($"{whose}: explanation for each criterion by reference to the tender", agreed.Reason);
        }

        yield return ($"{whose}: sub-total", quality.ToFixed(2));
        yield return ($"{whose}: explanation of the price by its figures", row.Rank is null ? "The price was not scored" : $"The price assessed is {row.Price}.");
        yield return ($"{whose}: price points", row.Parts.GetValueOrDefault("P", "not scored"));
        yield return ($"{whose}: total", row.Total);
    }

    private static void Stands(IEnumerable<(string Item, string Words)> checklist, Func<string, bool> says)
    {
        string[] missing = [.. checklist.Where(c => c.Words.Length == 0 || !says(c.Words)).Select(c => $"{c.Item}: {c.Words}")];
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("P-101")]
    [InlineData("P-102")]
    public async Task Every_item_stands_on_the_page_and_in_the_pdf_and_equals_the_locked_record(string reader)
    {
        await using EvaluationScene scene = await Told();
        PrintedPdf.Needs(scene.App);
        Locked record = await Record(scene);
        OrganisationId bidder = await scene.App.Organisation(reader, OrganisationKind.Provider);
        using HttpClient browser = await Provider(scene, reader);
        string why = reader == "P-101"
            ? "Your tender was placed 2 of 2 by total score, below those to which this lot is awarded."
            : "Your tender is among the most advantageous by the published criteria, and this lot is awarded to you.";

        (string, string)[] checklist = [.. Checklist(record, bidder), ("A10-02 (iv) why, or why not", why)];
        Assert.Equal(Items.Order(StringComparer.Ordinal), checklist.Select(c => c.Item1).Distinct().Order(StringComparer.Ordinal));
        string page = PostForms.Words(await browser.Page(Result));
        Stands(checklist, words => page.Contains(words, StringComparison.Ordinal));
        PrintedPdf pdf = await PrintedPdf.Of(browser, Result + "/letter.pdf");
        Stands(checklist, pdf.Says);
        Assert.True(pdf.Pages > 1, $"{pdf.Pages} pages");
        Assert.True(pdf.Says("section 50 of the Procurement Act 2023 and regulation 31"));
        Assert.True(pdf.Says($"The lowest compliant price is {record.Ranking.Rows.Where(r => r.Rank is not null).Min(r => r.Price)}."));
    }

    [Fact]
    public async Task Each_score_and_explanation_stands_under_its_own_criterion_and_tender()
    {
        await using EvaluationScene scene = await Told();
        Locked record = await Record(scene);
        List<AssessmentSummary> sent = await scene.App.WithDb(db => db.AssessmentSummaries.Where(s => s.LotNumber == "2").ToListAsync(Stop));
        AssessmentSummary[] assessed = [.. sent.Where(s => s.Content.Assessed)];
        Assert.Equal(2, assessed.Length);
        foreach (AssessmentSummary summary in assessed)
        {
            Assert.Equal(record.Lot.Criteria.Select(c => (c.Code, c.Title, c.Weight)), summary.Content.Criteria.Select(c => (c.Code, c.Title, c.Weight)));
            Assert.Equal($"/tenders/{Ref}", summary.Content.FullCriteria);
            Same(record, record.RowOf(summary.Bidder), Assert.Single(summary.Content.Own));
            ToldWinner winner = Assert.Single(summary.Content.Winners);
            Assert.Equal(record.Names[record.Winner.Bidder].Name, winner.Name);
            Same(record, record.Winner, Assert.Single(winner.Results));
        }
    }

    [Fact]
    public async Task All_are_provided_at_one_instant_and_before_the_award_notice()
    {
        await using EvaluationScene scene = await Told();
        DateTimeOffset at = Assert.Single((await scene.App.WithDb(db => db.AssessmentSummaries.Select(s => s.SentAt).ToListAsync(Stop))).Distinct());
        Award award = await scene.App.WithDb(db => db.Awards.SingleAsync(Stop));
        Assert.Equal((at, null), (award.SummariesSentAt, award.NoticePublishedAt));
    }

    [Fact]
    public async Task A_tender_below_a_minimum_is_told_which_with_its_scores_all_the_same()
    {
        await using EvaluationScene scene = await Told(loser: "1");
        PrintedPdf.Needs(scene.App);
        Locked record = await Record(scene);
        OrganisationId bidder = await scene.App.Organisation("P-101", OrganisationKind.Provider);
        using HttpClient browser = await Provider(scene, "P-101");
        (string, string)[] checklist =
        [
            .. OfTender(record, Own, record.RowOf(bidder)).Where(i => !i.Item.EndsWith("total", StringComparison.Ordinal) || i.Item.EndsWith("sub-total", StringComparison.Ordinal)),
            .. OfTender(record, Winning, record.Winner),
            ("A10-02 (iv) why disqualified", "Your tender was disqualified. Q1: The score 1 is below the published minimum of 2."),
        ];
        string page = PostForms.Words(await browser.Page(Result));
        Stands(checklist, words => page.Contains(words, StringComparison.Ordinal));
        Stands(checklist, (await PrintedPdf.Of(browser, Result + "/letter.pdf")).Says);
    }

    [Fact]
    public async Task A_disregarded_tender_gets_the_reason_and_no_summary()
    {
        await using EvaluationScene scene = await Told();
        PrintedPdf.Needs(scene.App);
        using HttpClient browser = await Provider(scene, "P-103");
        PrintedPdf pdf = await PrintedPdf.Of(browser, Result + "/letter.pdf");
        Assert.True(pdf.Says("No home of it is registered"));
        Assert.False(pdf.Says("Awarded to P 102"));
        Assert.False(pdf.Says("Agreed 5 because the answer shows it"));
    }

    private static void Same(Locked record, RankedTender row, ToldResult told)
    {
        foreach (Criterion criterion in record.Lot.QualityCriteria)
        {
            ConsensusScore agreed = record.Moderation.ScoreOf(row.Submission, criterion.Code)!;
            ToldScore score = told.Scores.Single(s => s.Criterion == criterion.Code);
            Assert.Equal(($"{agreed.Score} of {criterion.Scale}", agreed.Reason), (score.Score, score.Explanation));
            Assert.Equal(row.Parts[criterion.Code], score.Points);
        }

        Assert.Equal(row.Parts["P"], told.Scores.Single(s => s.Criterion == "P").Points);
        Assert.Equal((row.Total, row.Rank, row.WhyOut), (told.Total, told.Rank, told.WhyOut));
    }
}
