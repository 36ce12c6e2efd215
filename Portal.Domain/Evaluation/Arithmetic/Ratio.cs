using System.Globalization;
using System.Numerics;

namespace Portal.Domain.Evaluation.Arithmetic;

/// <summary>An exact number: a fraction in lowest terms with a denominator above zero. Scores are added and compared as ratios and rounded only to be shown (C2-10).</summary>
public readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    // Held less one, so that default(Ratio) is 0/1 and not 0/0.
    private readonly BigInteger denominatorLessOne;

    private Ratio(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        int sign = denominator.Sign;
        Numerator = sign * numerator / divisor;
        denominatorLessOne = (sign * denominator / divisor) - 1;
    }

    public static Ratio Zero => default;

    public static Ratio One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominatorLessOne + 1;

    public bool IsZero => Numerator.IsZero;

    public static implicit operator Ratio(int value) => new(value, 1);

    public static implicit operator Ratio(decimal value) => FromDecimal(value);

    public static Ratio operator +(Ratio left, Ratio right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator -(Ratio left, Ratio right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Raises <see cref="DivideByZeroException"/>: callers ask first whether their formula is defined.</summary>
    public static Ratio operator /(Ratio left, Ratio right) =>
        right.IsZero ? throw new DivideByZeroException() : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

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
        BigInteger whole = new(new decimal(bits[0], bits[1], bits[2], value < 0, 0));
        return new Ratio(whole, BigInteger.Pow(10, value.Scale));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static Ratio Parse(string fraction)
    {
        string[] parts = fraction.Split('/');
        return new Ratio(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public static Ratio Add(Ratio left, Ratio right) => left + right;

    public static Ratio Subtract(Ratio left, Ratio right) => left - right;

    public static Ratio Multiply(Ratio left, Ratio right) => left * right;

    public static Ratio Divide(Ratio left, Ratio right) => left / right;

    public static Ratio Min(Ratio left, Ratio right) => left <= right ? left : right;

    public static Ratio Clamp(Ratio value, Ratio low, Ratio high) => value < low ? low : Min(value, high);

    public static Ratio Sum(IEnumerable<Ratio> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    /// <summary>Rounded half up (away from zero) to so many decimals.</summary>
    public Ratio Rounded(int decimals) => new(Units(decimals), BigInteger.Pow(10, decimals));

    /// <summary>Rounded half up and written with all its decimals: <c>40.0000</c>.</summary>
    public string ToFixed(int decimals)
    {
        BigInteger units = Units(decimals);
        string digits = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string sign = units.Sign < 0 ? "-" : "";
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Ratio other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>The reduced fraction: <c>349/4</c>.</summary>
    public override string ToString() => $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    private BigInteger Units(int decimals)
    {
        BigInteger twice = 2 * BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals);
        return Numerator.Sign * ((twice + Denominator) / (2 * Denominator));
    }
}
