using System.Security.Cryptography;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Keys of the curve P-256 as plain bytes: 65 for a public key (uncompressed point), 32 for a private one.</summary>
public static class P256
{
    public const int PrivateSize = 32;

    private const int PublicSize = 65;
    private const byte Uncompressed = 4;

    public static byte[] PublicBytes(ECDiffieHellman key)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return [Uncompressed, .. point.X!, .. point.Y!];
    }

    /// <summary>Refuses what is no point of the curve.</summary>
    public static ECDiffieHellman Public(byte[] bytes)
    {
        if (bytes.Length != PublicSize || bytes[0] != Uncompressed)
        {
            throw new CryptographicException("This is not a P-256 public key.");
        }

        ECPoint point = new() { X = bytes[1..33], Y = bytes[33..] };
        return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
    }

    public static ECDiffieHellman Private(byte[] scalar) =>
        ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });

    public static byte[] PrivateBytes(ECDiffieHellman key) => key.ExportParameters(includePrivateParameters: true).D!;
}
