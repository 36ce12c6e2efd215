using System.Security.Cryptography;

namespace Portal.Domain.Bids.Sealing;

/// <summary>One person's share of a split secret: the point's number (1 to 255) and a value for every byte.</summary>
public sealed record Share(byte Number, byte[] Value);

/// <summary>Splits a secret so that any <c>k</c> of <c>n</c> shares give it back and <c>k − 1</c> say nothing (Shamir over GF(2^8), polynomial 0x11b, no table look-ups or branches on secret bytes).</summary>
public static class Shamir
{
    public static IReadOnlyList<Share> Split(byte[] secret, int needed, int shares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(needed, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(shares, needed);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shares, 255);
        byte[][] coefficients = [secret, .. Enumerable.Range(1, needed - 1).Select(_ => RandomNumberGenerator.GetBytes(secret.Length))];
        Share[] made = [.. Enumerable.Range(1, shares).Select(n => new Share((byte)n, Evaluate(coefficients, (byte)n)))];
        foreach (byte[] random in coefficients.Skip(1))
        {
            CryptographicOperations.ZeroMemory(random);
        }

        return made;
    }

    /// <summary>The secret from the shares given. With fewer than were needed the answer is unrelated to the secret, so what it unlocks must carry its own check.</summary>
    public static byte[] Join(IReadOnlyList<Share> shares)
    {
        if (shares.Select(s => s.Number).Distinct().Count() != shares.Count || shares.Any(s => s.Number == 0 || s.Value.Length != shares[0].Value.Length))
        {
            throw new CryptographicException("The shares do not belong together.");
        }

        byte[] secret = new byte[shares[0].Value.Length];
        foreach (Share share in shares)
        {
            byte weight = shares.Where(o => o.Number != share.Number)
                .Aggregate((byte)1, (w, o) => Multiply(w, Multiply(o.Number, Invert((byte)(o.Number ^ share.Number)))));
            for (int i = 0; i < secret.Length; i++)
            {
                secret[i] ^= Multiply(weight, share.Value[i]);
            }
        }

        return secret;
    }

    internal static byte Multiply(byte left, byte right)
    {
        int product = 0;
        int shifted = left;
        for (int bit = 0; bit < 8; bit++)
        {
            product ^= -((right >> bit) & 1) & shifted;
            shifted = (shifted << 1) ^ (-((shifted >> 7) & 1) & 0x11b);
        }

        return (byte)product;
    }

    private static byte[] Evaluate(byte[][] coefficients, byte at)
    {
        byte[] value = new byte[coefficients[0].Length];
        for (int c = coefficients.Length - 1; c >= 0; c--)
        {
            for (int i = 0; i < value.Length; i++)
            {
                value[i] = (byte)(Multiply(value[i], at) ^ coefficients[c][i]);
            }
        }

        return value;
    }

    // x^254 = 1/x in GF(2^8): the same steps for every x.
    private static byte Invert(byte x)
    {
        byte power = x;
        byte result = 1;
        for (int i = 0; i < 7; i++)
        {
            power = Multiply(power, power);
            result = Multiply(result, power);
        }

        return result;
    }
}
