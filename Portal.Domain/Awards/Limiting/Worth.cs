using System.Numerics;
using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Awards.Limiting;

/// <summary>What an award is worth, compared part by part: lots filled, exact total, places given in the published order of lots, and last the labels.</summary>
internal readonly record struct Worth(int Filled, Ratio Total, BigInteger Places, BigInteger Labels) : IComparable<Worth>
{
    public static readonly Worth None = new(0, Ratio.Zero, 0, 0);

    public static Worth operator +(Worth left, Worth right) => new(left.Filled + right.Filled, left.Total + right.Total, left.Places + right.Places, left.Labels + right.Labels);

    public static Worth operator -(Worth left, Worth right) => new(left.Filled - right.Filled, left.Total - right.Total, left.Places - right.Places, left.Labels - right.Labels);

    /// <summary>Compares the sum of the first two with that of the other two, part by part: later parts are added up only where all earlier ones are equal.</summary>
    public static int Compare(Worth first, Worth second, Worth other, Worth another)
    {
        int by = (first.Filled + second.Filled).CompareTo(other.Filled + another.Filled);
        by = by != 0 ? by : (first.Total + second.Total).CompareTo(other.Total + another.Total);
        by = by != 0 ? by : (first.Places + second.Places).CompareTo(other.Places + another.Places);
        return by != 0 ? by : (first.Labels + second.Labels).CompareTo(other.Labels + another.Labels);
    }

    public int CompareTo(Worth other) =>
        Filled != other.Filled ? Filled.CompareTo(other.Filled)
        : Total != other.Total ? Total.CompareTo(other.Total)
        : Places != other.Places ? Places.CompareTo(other.Places)
        : Labels.CompareTo(other.Labels);
}
