using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;

namespace Portal.Web.Awards;

/// <summary>A proposed award line by line: who is awarded, and who is passed over by the limit on lots.</summary>
internal static class ProposalWords
{
    public static IEnumerable<string> Awarded(ProposedLot lot)
    {
        string lifted = lot.LimitLifted ? "; the limit does not apply, as no other tender remains" : "";
        return lot.Awarded.Count == 0 && lot.Unsettled.Count == 0
            ? [$"Lot {lot.Ranking.LotNumber}: no award"]
            : lot.Awarded.Select(r => $"Lot {lot.Ranking.LotNumber}: {r.Label}, rank {r.Rank}, total {r.Total}{lifted}");
    }

    public static IEnumerable<string> PassedOver(IReadOnlyList<ProposedLot> all, ProposedLot lot) =>
        lot.PassedOver.Select(r => Line(lot.Ranking.LotNumber, r.Label, r.Rank ?? 0, AwardProposal.LotsOf(all, r.Bidder)));

    public static IReadOnlyList<string> PassedOver(Award award) =>
        [.. award.Recommendation.PassedOver.Select(p => Line(p.LotNumber, $"{p.BidderName} ({p.Label})", p.Rank, p.AwardedLots))];

    private static string Line(string lot, string who, int rank, IReadOnlyList<string> lots) =>
        $"Lot {lot}: {who}, rank {rank}, has reached the limit with {(lots.Count == 1 ? $"lot {lots[0]}" : $"lots {string.Join(", ", lots)}")}";
}
