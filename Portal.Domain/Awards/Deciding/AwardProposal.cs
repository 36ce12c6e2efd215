using Portal.Domain.Awards.Limiting;
using Portal.Domain.Bids;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>What the ranking and the published limit give for one lot: who is awarded it, who is passed over by the limit, who is equal and waits for a person.</summary>
public sealed record ProposedLot(LotRanking Ranking, IReadOnlyList<RankedTender> Awarded, IReadOnlyList<RankedTender> PassedOver)
{
    public IReadOnlyList<string> Unsettled { get; init; } = [];

    public bool LimitLifted { get; init; }
}

/// <summary>Reads from the rankings who is to be awarded: all that are compliant, best first, up to the published number of suppliers; the first alone where no framework is set up; always within the published limit on lots.</summary>
public static class AwardProposal
{
    /// <summary>Why no award can be proposed yet: a tie that waits for a person, a low price that was not asked about.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(Tender tender, IReadOnlyList<LotRanking> rankings, IReadOnlyList<BidCase> cases) =>
    [
        .. rankings.Where(r => r.TieIsOpen).Select(r => Tied(r.LotNumber, r.Findings.Tied)),
        .. Of(tender, rankings).Where(p => p.Unsettled.Count > 0 && !p.Ranking.TieIsOpen).Select(p => Tied(p.Ranking.LotNumber, p.Unsettled)),
        .. rankings.SelectMany(r => LowPrices(r, cases)),
    ];

    /// <summary>Every ranked lot with what it comes to, in order of lot.</summary>
    public static IReadOnlyList<ProposedLot> Of(Tender tender, IReadOnlyList<LotRanking> rankings)
    {
        Dictionary<string, LotGiven> given = LotAllocation.Of(tender.LotLimit, rankings.Select(r => InLine(tender, r))).ToDictionary(g => g.Number);
        return [.. rankings.Select(r => Proposed(r, given[r.LotNumber]))];
    }

    /// <summary>The lots that a supplier is awarded in all.</summary>
    public static IReadOnlyList<string> LotsOf(IEnumerable<ProposedLot> proposed, OrganisationId bidder) =>
        [.. proposed.Where(p => p.Awarded.Any(r => r.Bidder == bidder)).Select(p => p.Ranking.LotNumber)];

    private static ProposedLot Proposed(LotRanking ranking, LotGiven given)
    {
        Dictionary<string, RankedTender> rows = ranking.Rows.ToDictionary(r => r.Label);
        return new ProposedLot(
            ranking,
            [.. given.Awarded.Where(t => !given.Unsettled.Contains(t.Label)).Select(t => rows[t.Label])],
            [.. given.PassedOver.Where(t => !given.Unsettled.Contains(t.Label)).Select(t => rows[t.Label])])
        {
            Unsettled = given.Unsettled,
            LimitLifted = given.LimitLifted,
        };
    }

    private static LotInLine InLine(Tender tender, LotRanking ranking)
    {
        PriceMethodChoice method = tender.Lots.First(l => l.Id == ranking.Lot).PriceMethod;
        return new LotInLine(ranking.LotNumber, [.. ranking.Line.Select(place => place.Select(row => Placed(row, method)).ToArray())])
        {
            OneTender = tender.Framework is null,
            MostSuppliers = tender.Framework?.MostSuppliers,
        };
    }

    private static PlacedTender Placed(RankedTender row, PriceMethodChoice method)
    {
        Ratio exact = Ratio.Parse(row.ExactTotal);
        return new PlacedTender(row.Label, row.Bidder, method.TiesOn == "exact" ? exact : exact.Rounded(method.Decimals));
    }

    private static Reason Tied(string lot, IReadOnlyList<string> labels) =>
        new("TIE_OPEN", $"Lot {lot}: {string.Join(" and ", labels)} are tied and the published ladder does not separate them. Legal must settle it first.", "C2-11");

    // A bid below the published screen is heard before anything is recommended; the screen itself takes nobody out (s.19(4)-(5)).
    private static IEnumerable<Reason> LowPrices(LotRanking ranking, IReadOnlyList<BidCase> cases)
    {
        foreach (IGrouping<SubmissionId, RankedTender> low in ranking.Rows.Where(r => ranking.Findings.AbnormallyLow.Contains(r.Label)).GroupBy(r => r.Submission))
        {
            BidCase[] asked = [.. cases.Where(c => c.Kind == CaseKind.AbnormallyLow && c.Submission == low.Key)];
            string who = string.Join(" and ", low.Select(r => r.Label).Order(StringComparer.Ordinal));
            if (asked.Length == 0)
            {
                yield return new Reason("LOW_PRICE_UNASKED", $"Lot {ranking.LotNumber}: the price of {who} is below the published screen. Ask the bidder to show that it can do the work for it, and decide on the answer.", "A4-04");
            }
            else if (!Array.Exists(asked, c => c.Stage == CaseStage.Decided))
            {
                yield return new Reason("LOW_PRICE_UNDECIDED", $"Lot {ranking.LotNumber}: case {asked[0].Number} about the low price of {who} is not decided yet.", "A4-04");
            }
        }
    }
}
