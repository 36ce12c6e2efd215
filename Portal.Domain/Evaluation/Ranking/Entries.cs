using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;
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

    /// <summary>Why a bid cannot be scored by the published method; null when it can. A fixed price needs no price of the bidder.</summary>
    public static string? WhyOut(Lot lot, RankedTender entry)
    {
        if (lot.PriceCriterion is null || lot.PriceMethod.Method.Equals(nameof(PriceMethod.FixedPrice), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return entry.Price is not { } price ? "It gives no price for what is assessed."
            : price == Money.Zero && lot.PriceMethod.NilPriceRule == "refuse" ? "Its price is nothing, which the published method refuses (C2-13)."
            : null;
    }

    public static bool MayBeScored(Lot lot, RankedTender entry) => WhyOut(lot, entry) is null;

    public static LotBid Scored(Lot lot, Moderation moderation, RankedTender entry) =>
        new(entry.Label, [.. lot.QualityCriteria.Select(c => (decimal)moderation.ScoreOf(entry.Submission, c.Code)!.Score)], entry.Price);
}
