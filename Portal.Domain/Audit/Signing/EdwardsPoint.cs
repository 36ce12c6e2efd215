using System.Globalization;
using System.Numerics;

namespace Portal.Domain.Audit.Signing;

/// <summary>A point of the curve edwards25519 in extended coordinates (RFC 8032 §5.1.4).</summary>
internal readonly record struct EdwardsPoint(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
{
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger RootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);

    public static EdwardsPoint Base { get; } = Affine(
        BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", CultureInfo.InvariantCulture),
        BigInteger.Parse("46316835694926478169428394003475163141307993866256225615783033603165251855960", CultureInfo.InvariantCulture));

    private static EdwardsPoint Neutral => new(0, 1, 1, 0);

    public static EdwardsPoint operator +(EdwardsPoint left, EdwardsPoint right)
    {
        BigInteger a = Mod((left.Y - left.X) * (right.Y - right.X));
        BigInteger b = Mod((left.Y + left.X) * (right.Y + right.X));
        BigInteger c = Mod(2 * left.T * right.T * D);
        BigInteger d = Mod(2 * left.Z * right.Z);
        (BigInteger e, BigInteger f, BigInteger g, BigInteger h) = (b - a, d - c, d + c, b + a);
        return new EdwardsPoint(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    public static EdwardsPoint operator *(BigInteger times, EdwardsPoint point)
    {
        EdwardsPoint sum = Neutral;
        for (; times > 0; times >>= 1, point += point)
        {
            if (!times.IsEven)
            {
                sum += point;
            }
        }

        return sum;
    }

    public static bool TryDecode(ReadOnlySpan<byte> bytes, out EdwardsPoint point)
    {
        byte[] low = bytes.ToArray();
        bool odd = (low[31] & 128) != 0;
        low[31] &= 127;
        BigInteger y = new(low, isUnsigned: true);
        BigInteger square = Mod(((y * y) - 1) * Inverse((D * y * y) + 1));
        BigInteger x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod(x * x) != square)
        {
            x = Mod(x * RootOfMinusOne);
        }

        bool exists = y < P && Mod(x * x) == square && !(x.IsZero && odd);
        point = Affine(x.IsEven == odd ? Mod(-x) : x, y);
        return exists;
    }

    public byte[] Encode()
    {
        BigInteger inverse = Inverse(Z);
        byte[] bytes = new byte[32];
        Mod(Y * inverse).TryWriteBytes(bytes, out _, isUnsigned: true);
        if (!Mod(X * inverse).IsEven)
        {
            bytes[31] |= 128;
        }

        return bytes;
    }

    public EdwardsPoint Negate() => new(Mod(-X), Y, Z, Mod(-T));

    private static EdwardsPoint Affine(BigInteger x, BigInteger y) => new(x, y, 1, Mod(x * y));

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value)
    {
        BigInteger rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }
}
