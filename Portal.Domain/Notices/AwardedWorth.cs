using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>What a contract is worth at its awarded prices: each price times the quantity that the tender assumed over the whole term (A10-06). A framework is worth all that may be awarded under it, which stays an estimate (A1-08).</summary>
internal static class AwardedWorth
{
    /// <summary>By supplier, before VAT; empty where the published quantities do not say.</summary>
    public static IReadOnlyDictionary<OrganisationId, decimal> Of(Tender tender, Lot lot, IEnumerable<AwardedBid> winners)
    {
        AwardedBid[] won = [.. winners.Where(w => w.LotNumber == lot.Number)];
        bool known = tender.Framework is null && won.Length > 0 && won.All(w => w.Prices.Count > 0 && w.Prices.Keys.All(code => Quantity(lot, code) is not null));
        return known ? won.GroupBy(w => w.Bidder).ToDictionary(g => g.Key, g => g.Sum(w => w.Prices.Sum(p => p.Value * Quantity(lot, p.Key)!.Value))) : new Dictionary<OrganisationId, decimal>();
    }

    private static decimal? Quantity(Lot lot, string code) => lot.PriceLines.FirstOrDefault(l => l.Code == code)?.Assumed;
}
