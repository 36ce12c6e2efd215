using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs.Pricing;

/// <summary>For what a schedule takes something off the core fee.</summary>
public enum DiscountKind
{
    Sibling,
    Volume,
    LongTerm,
    Block,
}

/// <summary>One discount: its per cent of the core fee and its amount, rounded half up to the penny.</summary>
public sealed record DiscountLine(DiscountKind Kind, decimal Percent, Money Amount);

/// <summary>What is known of a placement that earns a discount.</summary>
/// <param name="Sibling">A brother or sister lives in the home already, placed by the same authority.</param>
/// <param name="Nth">Which running placement of the provider on the lot it is, from 1.</param>
/// <param name="LongTerm">The child has lived in the home for 52 weeks.</param>
/// <param name="Block">The place is a guaranteed one.</param>
public sealed record DiscountGrounds(bool Sibling = false, int Nth = 1, bool LongTerm = false, bool Block = false);

/// <summary>The fee that a home's schedule gives for one placement: core fee, less each discount that is due (all are per cent of the core fee, care-sector §1.3), plus the extras. Amounts are rounded once, each on its own line, so that the lines of the agreement add up to the fee.</summary>
public sealed record PlacementFee(Money Core, Money Extras, IReadOnlyList<DiscountLine> Discounts)
{
    public Money Off => Discounts.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);

    /// <summary>Never below the extras: discounts of more than the core fee take off the core fee and no more.</summary>
    public Money Due => (Off > Core ? Money.Zero : Core - Off) + Extras;

    public static PlacementFee Of(PriceTerms terms, Money extras, DiscountGrounds grounds)
    {
        (bool Due, DiscountKind Kind, decimal Percent)[] possible =
        [
            (grounds.Sibling, DiscountKind.Sibling, terms.SiblingDiscount),
            (terms.VolumeFrom is { } from && grounds.Nth >= from, DiscountKind.Volume, terms.VolumeDiscount),
            (grounds.LongTerm, DiscountKind.LongTerm, terms.LongTermDiscount),
            (grounds.Block, DiscountKind.Block, terms.BlockDiscount),
        ];
        return new PlacementFee(terms.Core, extras, [.. possible.Where(p => p.Due && p.Percent > 0m).Select(p => new DiscountLine(p.Kind, p.Percent, Part(terms.Core, p.Percent)))]);
    }

    /// <summary>So many per cent of an amount, rounded half up to the penny.</summary>
    public static Money Part(Money amount, decimal percent) => new(Math.Round(amount.Amount * percent / 100m, 2, MidpointRounding.AwayFromZero));
}
