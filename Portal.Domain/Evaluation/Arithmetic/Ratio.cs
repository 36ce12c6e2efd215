using System.Globalization;
using System.Numerics;

namespace Portal.Domain.Evaluation.Arithmetic;

/// <summary>An exact number: a fraction in lowest terms with a denominator above zero. Scores are added and compared as ratios and rounded only to be shown (C2-10).</summary>
/// <remarks>Held in two machine words while both parts fit, else in whole numbers of any size; each value has one form only, so equal values have equal fields.</remarks>
public readonly partial struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    private readonly long small;

    // Held less one, so that default(Ratio) is 0/1 and not 0/0.
    private readonly long denominatorLessOne;
    private readonly Large? large;

    private Ratio(long numerator, long denominator) => (small, denominatorLessOne) = (numerator, denominator - 1);

    private Ratio(Large parts) => large = parts;

    public static Ratio Zero => default;

    public static Ratio One { get; } = 1;

    public BigInteger Numerator => large?.Numerator ?? small;

    public BigInteger Denominator => large?.Denominator ?? Below;

    public bool IsZero => large is null && small == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => large?.Numerator.Sign ?? Math.Sign(small);

    private long Below => denominatorLessOne + 1;

    /// <summary>1, 10, 100 … as many as fit a decimal's places that are handled in machine words.</summary>
    internal static ReadOnlySpan<long> Tens => PowersOfTen;

    /// <summary>Both parts, where they fit machine words.</summary>
    internal bool TryWhole(out long above, out long below)
    {
        (above, below) = (small, Below);
        return large is null;
    }

    public static implicit operator Ratio(int value) => new(value, 1L);

    public static implicit operator Ratio(decimal value) => FromDecimal(value);

    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    public static Ratio FromInt32(int value) => value;

    public static Ratio FromDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        long low = (uint)bits[0] | ((long)(uint)bits[1] << 32);
        if (bits[2] == 0 && low >= 0 && value.Scale < PowersOfTen.Length)
        {
            return Of(value < 0 ? -low : low, PowersOfTen[value.Scale]);
        }

        return Reduced(new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0, 0)), BigInteger.Pow(10, value.Scale));
    }

    /// <summary>The fraction in lowest terms; the denominator must be above zero.</summary>
    public static Ratio Of(long numerator, long denominator)
    {
        if (numerator == long.MinValue)
        {
            return Reduced(numerator, denominator);
        }

        long divisor = Common(Math.Abs(numerator), denominator);
        return new Ratio(numerator / divisor, denominator / divisor);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Ratio Parse(string fraction)
    {
        string[] parts = fraction.Split('/');
        return Reduced(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio Clamp(Ratio value, Ratio low, Ratio high) => value < low ? low : Min(value, high);

    public static Ratio Sum(IEnumerable<Ratio> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    /// <summary>Rounded half up (away from zero) to so many decimals.</summary>
    public Ratio Rounded(int decimals)
    {
        if (large is null && decimals <= 9)
        {
            long scale = PowersOfTen[decimals];
            Int128 twice = (2 * (Int128)Int128.Abs(small) * scale) + Below;
            UInt128 units = (UInt128)twice / (UInt128)(2 * (Int128)Below);
            if (units <= long.MaxValue)
            {
                return Of(small < 0 ? -(long)units : (long)units, scale);
            }
        }

        return Reduced(Units(decimals), BigInteger.Pow(10, decimals));
    }

    /// <summary>Rounded half up and written with all its decimals: <c>40.0000</c>.</summary>
    public string ToFixed(int decimals)
    {
        BigInteger units = Units(decimals);
        string digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = units.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    public int CompareTo(Ratio other) => large is null && other.large is null
        ? ((Int128)small * other.Below).CompareTo((Int128)other.small * Below)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Ratio other) => small == other.small && denominatorLessOne == other.denominatorLessOne && Equals(large, other.large);

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(small, denominatorLessOne, large);

    /// <summary>The reduced fraction: <c>349/4</c>.</summary>
    public override string ToString() => $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    private BigInteger Units(int decimals)
    {
        BigInteger twice = 2 * BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals);
        return Sign * ((twice + Denominator) / (2 * Denominator));
    }

    private sealed record Large(BigInteger Numerator, BigInteger Denominator);
}
