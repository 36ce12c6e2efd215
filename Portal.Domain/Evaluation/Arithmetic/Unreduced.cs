namespace Portal.Domain.Evaluation.Arithmetic;

/// <summary>An exact number that is brought to lowest terms only when it is read: two whole numbers in machine words while they fit, else a ratio. Adding and comparing many takes no common divisors this way.</summary>
internal readonly struct Unreduced
{
    private const long Million = 1_000_000;

    // Zero where the number is held as a ratio.
    private readonly long below;
    private readonly long above;
    private readonly Held? held;

    private Unreduced(long above, long below) => (this.above, this.below) = (above, below);

    private Unreduced(Ratio ratio) => held = new Held(ratio);

    public static Unreduced Zero => new(0, 1);

    /// <summary>The number in lowest terms.</summary>
    public Ratio Exact => held is not null ? held.Ratio : below == 0 ? Ratio.Zero : Ratio.Of(above, below);

    /// <summary>Its whole millionths, rounded down; null below zero and where they do not fit a machine word. A greater number never has fewer.</summary>
    public long? Millionths
    {
        get
        {
            if (held is not null || below == 0 || above < 0)
            {
                return null;
            }

            if (Product(above, Million, out long small))
            {
                return small / below;
            }

            Int128 whole = (Int128)above * Million / below;
            return whole <= long.MaxValue ? (long)whole : null;
        }
    }

    public static Unreduced operator +(Unreduced left, Unreduced right)
    {
        if (left.below == 0 || right.below == 0)
        {
            return new Unreduced(left.Exact + right.Exact);
        }

        bool fits = left.below >= right.below && left.below % right.below == 0
            ? Raised(left, right, out long above, out long below)
            : Crossed(left, right, out above, out below);
        return fits ? new Unreduced(above, below) : new Unreduced(left.Exact + right.Exact);
    }

    public static Unreduced operator -(Unreduced number) => number.below == 0 || number.above == long.MinValue ? new Unreduced(Ratio.Zero - number.Exact) : new Unreduced(-number.above, number.below);

    /// <summary>The fraction; the denominator must be above zero.</summary>
    public static Unreduced Of(long above, long below) => new(above, below);

    public static Unreduced Of(Ratio ratio) => ratio.TryWhole(out long above, out long below) ? new Unreduced(above, below) : new Unreduced(ratio);

    /// <summary>The ratio divided by a price that is not nil.</summary>
    public static Unreduced Divided(Ratio ratio, decimal by)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(by, bits);
        long price = (uint)bits[0] | ((long)(uint)bits[1] << 32);
        if (bits[2] != 0 || price <= 0 || by < 0 || by.Scale >= Ratio.Tens.Length || !ratio.TryWhole(out long above, out long below))
        {
            return Of(ratio / by);
        }

        return Product(above, Ratio.Tens[by.Scale], out long up) && Product(below, price, out long down) ? new Unreduced(up, down) : Of(ratio / by);
    }

    // Over the left denominator, which the right one divides; false where it does not fit machine words.
    private static bool Raised(Unreduced left, Unreduced right, out long above, out long below)
    {
        (above, below) = (0, left.below);
        return Product(right.above, left.below / right.below, out long more) && Sum(left.above, more, out above);
    }

    // Over the product of both denominators; false where it does not fit machine words.
    private static bool Crossed(Unreduced left, Unreduced right, out long above, out long below)
    {
        (above, below) = (0, 0);
        return Product(left.above, right.below, out long one) && Product(right.above, left.below, out long other) && Sum(one, other, out above) && Product(left.below, right.below, out below);
    }

    // False where it does not fit a machine word.
    private static bool Product(long left, long right, out long product) => Math.BigMul(left, right, out product) == product >> 63;

    private static bool Sum(long left, long right, out long sum)
    {
        sum = unchecked(left + right);
        return ((left ^ sum) & (right ^ sum)) >= 0;
    }

    private sealed record Held(Ratio Ratio);
}
