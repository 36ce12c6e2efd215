using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Evaluation;

/// <summary>The ranking of every lot with its exact figures, beside the comparison of all bids.</summary>
[Authorize(Policies.Buyers)]
[Route("/tenders/{tenderRef}/evaluation/ranking")]
public sealed class RankingController(PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, cancel));

    /// <summary>Every bid of every lot with its points, for a spreadsheet.</summary>
    [HttpGet("/tenders/{tenderRef}/evaluation/ranking.csv")]
    public async Task<IActionResult> AsCsv(string tenderRef, CancellationToken cancel)
    {
        RankingPage page = await Read(tenderRef, cancel);
        return Csv.File($"ranking-{tenderRef}.csv", ["Lot", "Ranking", "Rank", "Bid", "Bidder", "Criterion", "Agreed score", "Points", "Price", "Total", "Exact total", "Out because"], page.Lots.SelectMany(l => l.Lines(page.Names)));
    }

    /// <summary>The same as an Excel workbook, a line for each bid.</summary>
    [HttpGet("/tenders/{tenderRef}/evaluation/ranking.xlsx")]
    public async Task<IActionResult> AsWorkbook(string tenderRef, CancellationToken cancel)
    {
        RankingPage page = await Read(tenderRef, cancel);
        return File(ComparisonSheet.Write(page.Lots, page.Names), WorkbookWriter.MediaType, $"comparison-{tenderRef}.xlsx");
    }

    private async Task<RankingPage> Read(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        MustSeeRanking(tender);
        IReadOnlyList<LotRanking> rankings = await db.AllRankingsOf(tender.Id, cancel);
        OrganisationId[] bidders = [.. rankings.SelectMany(r => r.Rows).Select(r => r.Bidder).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => bidders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        List<Moderation> moderations = await db.Moderations.AsNoTracking().Include(m => m.Consensus).Where(m => m.Tender == tender.Id).ToListAsync(cancel);
        RankedLot[] lots = [.. rankings.Select(r => new RankedLot(tender.Lots.First(l => l.Id == r.Lot), r, moderations.First(m => m.Lot == r.Lot)))];
        return new RankingPage(tender.Ref, tender.Title, tender.MethodologySha256 ?? "", lots, names, Actor.Is(Role.Legal)) { Earlier = await Earlier(tender, rankings, cancel) };
    }

    private async Task<IReadOnlyList<LotRanking>> Earlier(Tender tender, IReadOnlyList<LotRanking> latest, CancellationToken cancel) =>
        [.. (await db.LotRankings.AsNoTracking().Include(r => r.Rows).Where(r => r.Tender == tender.Id).ToListAsync(cancel)).Where(r => latest.All(l => l.Id != r.Id)).OrderBy(r => r.LotNumber, StringComparer.Ordinal).ThenBy(r => r.Number)];

    private void MustSeeRanking(Tender tender)
    {
        if (tender.Stage < TenderStage.Deciding)
        {
            throw new RuleBroken("WRONG_STAGE", "There is no ranking before quality is agreed and prices are opened.", "C2-03");
        }

        if (!tender.HasOnTeam(Actor.Person, TeamPart.Moderator))
        {
            Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal, Role.Director, Role.HeadOfService, Role.Finance);
        }
    }
}

/// <summary>A lot with its ranking and the agreed scores it rests on.</summary>
public sealed record RankedLot(Lot Lot, LotRanking Ranking, Moderation Moderation)
{
    public IEnumerable<RankedTender> InOrder => Ranking.Rows.OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Label, StringComparer.Ordinal);

    /// <summary>The title of the chart: who is first, by how much, and where it comes from.</summary>
    public string Finding
    {
        get
        {
            RankedTender[] placed = [.. InOrder.Where(r => r.Rank is not null)];
            return placed.Length < 2 || Ranking.Findings.Margin is not { } margin || Lot.PriceMethod.PriceWeighsNothing
                ? $"{Ranking.Winner ?? "Nobody yet"} is first"
                : $"{placed[0].Label} is first, {margin} points ahead of {placed[1].Label} by exact totals; those printed are rounded";
        }
    }

    /// <summary>One line for each bid and criterion.</summary>
    public IEnumerable<IReadOnlyList<object?>> Lines(IReadOnlyDictionary<OrganisationId, string> names) =>
        from row in InOrder
        from criterion in Lot.Criteria
        select (IReadOnlyList<object?>)
        [
            Lot.Number, Ranking.Number, row.Rank, row.Label, names.GetValueOrDefault(row.Bidder), criterion.Code,
            Moderation.ScoreOf(row.Submission, criterion.Code)?.Score, row.Parts.GetValueOrDefault(criterion.Code), row.Price, row.Total, row.ExactTotal, row.WhyOut,
        ];

    public string ScoreOf(SubmissionId submission, Criterion criterion) => Moderation.ScoreOf(submission, criterion.Code) is { } agreed ? $"{agreed.Score} of {criterion.Scale}" : "";
}

/// <summary>The page.</summary>
public sealed record RankingPage(string Ref, string Title, string MethodologySha256, IReadOnlyList<RankedLot> Lots, IReadOnlyDictionary<OrganisationId, string> Names, bool IsLegal)
{
    /// <summary>Rankings that a later one stands beside.</summary>
    public IReadOnlyList<LotRanking> Earlier { get; init; } = [];
}
