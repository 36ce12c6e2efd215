using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The commissioner recommends the award of some lots before the others.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/apart")]
public sealed class RecommendLotsApartController(PortalDb db, RecommendLotsApart recommend, CheckEqualTreatment check) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, new LotsApartForm(), cancel));

    [HttpPost]
    public async Task<IActionResult> Post(string tenderRef, LotsApartForm form, CancellationToken cancel)
    {
        int part = 0;
        return await Try(
            act: async () => part = await recommend.Execute(Actor, tenderRef, form.Lots, form.Reason ?? "", cancel),
            then: () =>
            {
                Tell("These lots have an award of their own, which waits for a decision by somebody with delegated authority. The other lots go on.");
                return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
            },
            again: async () => View(await Read(tenderRef, form, cancel)));
    }

    private async Task<LotsApartPage> Read(string tenderRef, LotsApartForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        tender.MustBeCompeted();
        Lot[] left = [.. tender.LotsOfPart(0)];
        IReadOnlyList<LotRanking> rankings = Award.Among(tender, 0, await db.RankingsOf(tender.Id, cancel));
        IReadOnlyList<BidCase> cases = await db.CasesOf(tender.Id, cancel);
        IReadOnlyList<CheckedFinding> found = await check.Execute(tender, cancel);
        Award? rest = await db.AwardOf(tender.Id, cancel);
        return new LotsApartPage(tender.Ref, tender.Title, [.. left.Select(lot => Line(tender, lot, rankings, cases, found))], form)
        {
            Blocks = [.. Told(rest), .. tender.WhatBlocksApart([.. left.Take(1).Select(l => l.Number)])],
            Falls = rest is { Winners.Count: > 0, Stage: <= AwardStage.Decided },
        };
    }

    private static IEnumerable<Reason> Told(Award? rest) =>
        rest is { Stage: > AwardStage.Decided } ? [new Reason("BIDDERS_TOLD", "The bidders of all these lots have been told one result already. No lot leaves it for an award of its own.", "A10-01")] : [];

    private static LotApartLine Line(Tender tender, Lot lot, IReadOnlyList<LotRanking> rankings, IReadOnlyList<BidCase> cases, IReadOnlyList<CheckedFinding> found)
    {
        LotRanking[] mine = [.. rankings.Where(r => r.Lot == lot.Id)];
        if (mine.Length == 0)
        {
            return new LotApartLine(lot.Number, lot.Title, [], ["No tender for it was assessed."]);
        }

        string[] waits = tender.LotLimit is not null ? [] :
        [
            .. AwardProposal.WhatBlocks(tender, mine, cases).Select(r => r.Text),
            .. CheckedFinding.Of(found, [lot.Number]).Where(f => f.Stands).Select(f => f.Finding.Text),
        ];
        return new LotApartLine(lot.Number, lot.Title, tender.LotLimit is not null ? [] : [.. AwardProposal.Of(tender, mine).SelectMany(ProposalWords.Awarded)], waits);
    }
}

/// <summary>A lot that is not awarded yet: what its ranking comes to, and what it waits for.</summary>
public sealed record LotApartLine(string Number, string Title, IReadOnlyList<string> Proposed, IReadOnlyList<string> Waits);

/// <summary>The page.</summary>
public sealed record LotsApartPage(string Ref, string Title, IReadOnlyList<LotApartLine> Lots, LotsApartForm Form)
{
    /// <summary>Why no lot of this tender is awarded before the others.</summary>
    public IReadOnlyList<Reason> Blocks { get; init; } = [];

    /// <summary>A recommendation or decision of all lots together falls.</summary>
    public bool Falls { get; init; }

    public IEnumerable<Choice> Choices => Lots.Select(l => new Choice(l.Number, $"Lot {l.Number}, {l.Title}", l.Waits.Count > 0 ? $"Waits: {string.Join(" ", l.Waits)}" : string.Join("; ", l.Proposed)));
}

/// <summary>Which lots, and why.</summary>
public sealed record LotsApartForm
{
    public List<string> Lots { get; init; } = [];

    public string? Reason { get; init; }
}
