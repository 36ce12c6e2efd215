using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A compliant bid with its price part and total; the key is what ranks are judged on, rounded or exact as published.</summary>
/// <remarks>Exact throughout. Most comparisons are settled by whole millionths, rounded down: a greater total never has fewer, so only equal ones ask for the fractions.</remarks>
internal sealed class Standing
{
    private const int Finest = 5;
    private static readonly long[] Units = [1_000_000, 100_000, 10_000, 1_000, 100, 10];

    private readonly LotMethodology methodology;
    private readonly Unreduced total;
    private readonly Unreduced pricePart;
    private readonly long millionths;
    private readonly long rounded;

    public Standing(LotMethodology methodology, Contender contender, Unreduced pricePart, Unreduced total)
    {
        (this.methodology, Contender, this.pricePart, this.total) = (methodology, contender, pricePart, total);
        millionths = total.Millionths ?? -1;
        bool whole = methodology.TiesOn == TiesOn.Rounded && methodology.Decimals <= Finest && millionths is >= 0 and < long.MaxValue - 1_000_000;

        // Half up: ⌊t × 10ᵈ + ½⌋ = ⌊(⌊t × 10⁶⌋ + u ÷ 2) ÷ u⌋ with u = 10⁶⁻ᵈ, which is even.
        rounded = whole ? (millionths + (Units[methodology.Decimals] / 2)) / Units[methodology.Decimals] : -1;
    }

    public Contender Contender { get; }

    public Ratio PricePart => pricePart.Exact;

    public Ratio Total => total.Exact;

    /// <summary>The total's whole millionths; -1 where they are not known.</summary>
    public long Millionths => millionths;

    public Ratio Key => methodology.TiesOn == TiesOn.Exact ? Total : Total.Rounded(methodology.Decimals);

    public bool HasKeyOf(Standing other) => CompareKey(other) == 0;

    /// <summary>Whether this key is better than the other's.</summary>
    public bool Beats(Standing other) => methodology.LowestWins ? CompareKey(other) < 0 : CompareKey(other) > 0;

    /// <summary>Best first by exact total, equals by name.</summary>
    public int Before(Standing other)
    {
        int byTotal = CompareTotal(other);
        return byTotal == 0 ? string.CompareOrdinal(Contender.Bid, other.Contender.Bid) : methodology.LowestWins ? byTotal : -byTotal;
    }

    private int CompareTotal(Standing other) =>
        millionths >= 0 && other.millionths >= 0 && millionths != other.millionths ? millionths.CompareTo(other.millionths) : Total.CompareTo(other.Total);

    private int CompareKey(Standing other)
    {
        if (methodology.TiesOn == TiesOn.Exact)
        {
            return CompareTotal(other);
        }

        return rounded >= 0 && other.rounded >= 0 ? rounded.CompareTo(other.rounded) : Key.CompareTo(other.Key);
    }
}
