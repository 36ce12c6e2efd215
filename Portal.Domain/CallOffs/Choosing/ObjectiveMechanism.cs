using Portal.Domain.Kernel;
using Portal.Domain.Referrals;

namespace Portal.Domain.CallOffs.Choosing;

/// <summary>An offer with the price by which it is compared.</summary>
public sealed record RankedOffer(Offer Offer, Money Compared);

/// <summary>How a place is chosen among offers: those that fit the child's needs, and among them the lowest price, then the fewest needs left open, the earliest day, the earliest answer (s.45, s.46 Procurement Act 2023: objective and published; care-sector §1.2: fit first, price among those that fit).</summary>
public static class ObjectiveMechanism
{
    /// <summary>The suitable offers in their order; <paramref name="compared"/> gives each its price: the schedule's for a direct award, the offered one for a competition.</summary>
    public static IReadOnlyList<RankedOffer> Rank(IEnumerable<Offer> offers, Func<Offer, Money> compared) =>
    [
        .. offers.Where(o => o.Suitable == true && o.Stage == OfferStage.Made)
            .Select(o => new RankedOffer(o, compared(o)))
            .OrderBy(r => r.Compared).ThenBy(r => r.Offer.NeedsNotMet.Count).ThenBy(r => r.Offer.AvailableFrom).ThenBy(r => r.Offer.MadeAt),
    ];

    /// <summary>Why the chosen home may not be called off by the mechanism; nothing when it comes first, or when more than one fits and the reason (the child's own wish first of all) is written down.</summary>
    public static IEnumerable<Reason> WhatBlocks(IReadOnlyList<RankedOffer> ranked, string homeUrn, string? because)
    {
        if (ranked.Count == 0 || ranked[0].Offer.HomeUrn == homeUrn || !string.IsNullOrWhiteSpace(because))
        {
            yield break;
        }

        yield return new Reason(
            "NOT_FIRST",
            ranked.Any(r => r.Offer.HomeUrn == homeUrn)
                ? $"Home {ranked[0].Offer.HomeUrn} fits too and comes first at {ranked[0].Compared}. Call that one off, or say why this home: what the child wishes, or another reason of the child’s needs."
                : $"This home made no suitable offer, and home {ranked[0].Offer.HomeUrn} did. Say why this home is called off instead.",
            "care-sector §1.2",
            "ChosenBecause");
    }
}
