using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Telling;

/// <summary>How a letter explains the published limit on lots to whom it touched (A10-02 iv, A4-13).</summary>
internal static class LimitWords
{
    /// <summary>To a supplier that goes without this lot only because of the limit; null to any other.</summary>
    public static string? ToWhoWasPassedOver(LotRecord record, OrganisationId bidder)
    {
        PassedOver[] passed = [.. Passed(record).Where(p => p.Bidder == bidder)];
        if (passed.Length == 0)
        {
            return null;
        }

        int placed = record.Ranking.Rows.Count(r => r.Rank is not null);
        return $"Your tender was placed {passed.Min(p => p.Rank)} of {placed} by total score. This lot is not awarded to you because of the published limit. {record.Tender.LotLimit!.InWords} {Instead(passed[0].AwardedLots)}";
    }

    /// <summary>To a winner: homes of it that the limit leaves out, and tenders placed above it whose supplier has reached the limit.</summary>
    public static string ToAWinner(LotRecord record, OrganisationId bidder)
    {
        string[] homes = [.. Passed(record).Where(p => p.Bidder == bidder).Select(p => p.HomeUrn)];
        string left = homes.Length == 0 ? "" : $"The published limit leaves out your home {string.Join(" and ", homes)}. {record.Tender.LotLimit!.InWords}";
        bool cameForward = Passed(record).Any(p => p.Bidder != bidder && p.Rank < record.Award.Winners.Where(w => w.LotNumber == record.Lot.Number && w.Bidder == bidder).Min(w => w.Rank));
        return cameForward ? $"A supplier placed above you has reached the published limit. {left}".TrimEnd() : left;
    }

    private static IEnumerable<PassedOver> Passed(LotRecord record) => record.Award.Recommendation.PassedOver.Where(p => p.LotNumber == record.Lot.Number);

    private static string Instead(IReadOnlyList<string> lots) => lots.Count switch
    {
        0 => "",
        1 => $"You are awarded lot {lots[0]}.",
        _ => $"You are awarded lots {string.Join(", ", lots)}.",
    };
}
