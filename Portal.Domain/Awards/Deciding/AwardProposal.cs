using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>Reads from the rankings who is to be awarded: all that are compliant, best first, up to the published number of suppliers; the first alone where no framework is set up.</summary>
public static class AwardProposal
{
    /// <summary>Why no award can be proposed yet: a lot whose tie waits for a person.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(IEnumerable<LotRanking> rankings) =>
        [.. rankings.Where(r => r.TieIsOpen).Select(r => new Reason("TIE_OPEN", $"Lot {r.LotNumber}: {string.Join(" and ", r.Findings.Tied)} are tied and the published ladder does not separate them. Legal must settle it first.", "C2-11"))];

    /// <param name="fallen">Winners that failed due diligence: the award falls to the next.</param>
    public static IReadOnlyList<RankedTender> Of(Tender tender, LotRanking ranking, IReadOnlySet<OrganisationId>? fallen = null)
    {
        RankedTender[] placed = [.. ranking.Rows.Where(r => r.Rank is not null && fallen?.Contains(r.Bidder) != true).OrderBy(r => r.Rank).ThenBy(r => r.Label, StringComparer.Ordinal)];
        if (tender.Framework is not { } framework)
        {
            return [.. fallen is { Count: > 0 } ? placed.Take(1) : placed.Where(r => r.Label == ranking.Winner)];
        }

        if (framework.MostSuppliers is not { } most)
        {
            return placed;
        }

        HashSet<OrganisationId> chosen = [];
        foreach (RankedTender row in placed.Where(_ => chosen.Count < most))
        {
            chosen.Add(row.Bidder);
        }

        return [.. placed.Where(r => chosen.Contains(r.Bidder))];
    }
}
