using System.Numerics;

namespace Portal.Domain.Evaluation.Arithmetic;

/// <content>The four operations: in machine words where the parts fit, with the common divisor taken out before multiplying (Knuth, The Art of Computer Programming, 4.5.1); else in whole numbers of any size.</content>
public readonly partial struct Ratio
{
    private static readonly long[] PowersOfTen = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    public static Ratio operator +(Ratio left, Ratio right) => left.large is null && right.large is null
        ? Added(left, right.small, right.Below)
        : Reduced((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator -(Ratio left, Ratio right) => left.large is null && right.large is null && right.small != long.MinValue
        ? Added(left, -right.small, right.Below)
        : Reduced((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => left.IsSmall && right.IsSmall
        ? Multiplied(left.small, left.Below, right.small, right.Below)
        : Reduced(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Raises <see cref="DivideByZeroException"/>: callers ask first whether their formula is defined.</summary>
    public static Ratio operator /(Ratio left, Ratio right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        if (left.IsSmall && right.IsSmall)
        {
            return right.small < 0 ? Multiplied(-left.small, left.Below, right.Below, -right.small) : Multiplied(left.small, left.Below, right.Below, right.small);
        }

        BigInteger below = left.Denominator * right.Numerator;
        return Reduced(left.Numerator * right.Denominator * below.Sign, BigInteger.Abs(below));
    }

    public static Ratio Add(Ratio left, Ratio right) => left + right;

    public static Ratio Subtract(Ratio left, Ratio right) => left - right;

    public static Ratio Multiply(Ratio left, Ratio right) => left * right;

    public static Ratio Divide(Ratio left, Ratio right) => left / right;

    // Whose numerator has a positive counterpart in a machine word.
    private bool IsSmall => large is null && small != long.MinValue;

    private static Ratio Added(Ratio left, long numerator, long denominator)
    {
        long shared = left.Below == denominator ? denominator : Common(left.Below, denominator);
        long own = left.Below / shared;
        Int128 sum = ((Int128)left.small * (denominator / shared)) + ((Int128)numerator * own);
        long divisor = shared == 1 ? 1 : Common((long)(Int128.Abs(sum) % shared), shared);
        return Fitted(sum / divisor, (Int128)own * (denominator / divisor));
    }

    private static Ratio Multiplied(long above, long below, long otherAbove, long otherBelow)
    {
        long one = below == 1 && otherBelow == 1 ? 1 : Common(Math.Abs(above), otherBelow);
        long two = below == 1 ? 1 : Common(Math.Abs(otherAbove), below);
        return Fitted((Int128)(above / one) * (otherAbove / two), (Int128)(below / two) * (otherBelow / one));
    }

    // In lowest terms already.
    private static Ratio Fitted(Int128 numerator, Int128 denominator) =>
        numerator <= long.MaxValue && numerator >= long.MinValue && denominator <= long.MaxValue
            ? new Ratio((long)numerator, (long)denominator)
            : new Ratio(new Large((BigInteger)numerator, (BigInteger)denominator));

    private static Ratio Reduced(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        BigInteger above = numerator / divisor;
        BigInteger below = denominator / divisor;
        return above <= long.MaxValue && above >= long.MinValue && below <= long.MaxValue ? new Ratio((long)above, (long)below) : new Ratio(new Large(above, below));
    }

    // Euclid's; the second is above zero, so that the answer is.
    private static long Common(long first, long second)
    {
        if (first == 0 || second == 1)
        {
            return second;
        }

        ulong a = (ulong)first;
        ulong b = (ulong)second;

        int twos = BitOperations.TrailingZeroCount(a | b);
        a >>= BitOperations.TrailingZeroCount(a);
        while (b != 0)
        {
            b >>= BitOperations.TrailingZeroCount(b);
            (a, b) = a > b ? (b, a - b) : (a, b - a);
        }

        return (long)(a << twos);
    }
}
