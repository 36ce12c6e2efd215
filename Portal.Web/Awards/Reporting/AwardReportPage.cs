using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Web.Awards.Reporting;

/// <summary>A lot in the report: as published, and what its ranking comes to.</summary>
public sealed record ReportedLot(Lot Lot, ProposedLot Proposed, AwardStage? Stage = null)
{
    // A report is read before anybody has decided: a proposal is not an award.
    private string Won => Stage switch { null => "Proposed for award", AwardStage.Recommended => "Recommended for award", _ => "Awarded" };

    public IEnumerable<RankedTender> InOrder => Proposed.Ranking.Rows.OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Label, StringComparer.Ordinal);

    /// <summary>What the ranking comes to for one row, in words.</summary>
    public string Outcome(RankedTender row) =>
        Proposed.Awarded.Contains(row) ? Proposed.LimitLifted ? $"{Won}; the limit does not apply" : Won
        : Proposed.PassedOver.Contains(row) ? "Passed over: the supplier has reached the limit"
        : Proposed.Unsettled.Contains(row.Label) || (Proposed.Ranking.TieIsOpen && Proposed.Ranking.Findings.Tied.Contains(row.Label)) ? "Equal: legal settles it first"
        : row.Rank is null ? $"Out. {row.WhyOut}"
        : Stage > AwardStage.Recommended ? "Not awarded" : "Not proposed";
}

/// <summary>The page and the letter.</summary>
public sealed record AwardReportPage(Tender Tender, string Buyer, IReadOnlyList<ReportedLot> Lots, IReadOnlyDictionary<OrganisationId, string> Names)
{
    public AwardRef Place { get; init; }

    /// <summary>The lots reported on, where they are awarded one after another.</summary>
    public string? LotsInWords => Tender.HasLotsApart ? Tender.PartInWords(Place.Part) : null;

    public Award? Award { get; init; }

    public IReadOnlyList<BidCase> Cases { get; init; } = [];

    public IReadOnlyList<CheckedFinding> Checks { get; init; } = [];

    /// <summary>What still stands in the way of the award.</summary>
    public IReadOnlyList<Reason> Blocks { get; init; } = [];

    public IReadOnlyList<string> PassedOver => [.. Lots.SelectMany(l => ProposalWords.PassedOver([.. Lots.Select(o => o.Proposed)], l.Proposed))];

    /// <summary>Read from the rankings, cases and answers as they are recorded now.</summary>
    public static async Task<AwardReportPage> Read(PortalDb db, CheckEqualTreatment check, Actor actor, AwardRef which, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(actor, which.Tender, cancel);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Director, Role.HeadOfService, Role.Legal, Role.Finance);
        if (tender.Stage < TenderStage.Deciding)
        {
            throw new RuleBroken("WRONG_STAGE", "There is nothing to report before the lots are ranked.", "A10-01");
        }

        IReadOnlyList<LotRanking> rankings = Award.Among(tender, which.Part, await db.RankingsOf(tender.Id, cancel));
        OrganisationId[] named = [.. rankings.SelectMany(r => r.Rows).Select(r => r.Bidder).Append(tender.Buyer).Distinct()];
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        IReadOnlyList<BidCase> cases = await db.CasesOf(tender.Id, cancel);
        IReadOnlyList<CheckedFinding> checks = [.. CheckedFinding.Of(await check.Execute(tender, cancel), [.. tender.LotsOfPart(which.Part).Select(l => l.Number)])];
        Award? award = await db.AwardOf(tender.Id, which.Part, cancel);
        AwardStage? stage = award is null or { Winners.Count: 0 } ? null : award.Stage;
        return new AwardReportPage(tender, names[tender.Buyer], [.. AwardProposal.Of(tender, rankings).Select(p => new ReportedLot(tender.Lots.First(l => l.Id == p.Ranking.Lot), p, stage))], names)
        {
            Place = which,
            Award = award,
            Cases = cases,
            Checks = checks,
            Blocks = [.. AwardProposal.WhatBlocks(tender, rankings, cases), .. checks.Where(f => f.Stands).Select(f => new Reason("CHECK_STANDS", f.Finding.Text, f.Finding.Rule))],
        };
    }
}
