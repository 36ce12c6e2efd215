using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>What is ranked on a lot: bids, or each home of a bid where the lot is per home (quality once for the provider, price per home).</summary>
internal static class Entries
{
    public static IEnumerable<RankedTender> Of(Lot lot, OpenedPrices opened)
    {
        OpenedBid bid = opened.Bid;
        if (!lot.PerHome)
        {
            return [new RankedTender(bid.Alias, bid.Id, bid.Bidder, "", PublishedMethod.AssessedPrice(lot, opened.Prices))];
        }

        return opened.Homes.Select(h => new RankedTender($"{bid.Alias}, home {h.Urn}", bid.Id, bid.Bidder, h.Urn, PublishedMethod.AssessedPrice(lot, h.Prices)));
    }

    /// <summary>A fixed price needs none of the bidder; every other method does.</summary>
    public static bool MayBeScored(Lot lot, RankedTender entry) =>
        entry.Price is not null || lot.PriceCriterion is null || lot.PriceMethod.Method.Equals(nameof(PriceMethod.FixedPrice), StringComparison.OrdinalIgnoreCase);

    public static LotBid Scored(Lot lot, Moderation moderation, RankedTender entry) =>
        new(entry.Label, [.. lot.QualityCriteria.Select(c => (decimal)moderation.ScoreOf(entry.Submission, c.Code)!.Score)], entry.Price);
}
