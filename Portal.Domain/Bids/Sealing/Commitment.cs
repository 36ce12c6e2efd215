using System.Security.Cryptography;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Binds a bidder to content without telling it: SHA-256 of 32 random bytes and the content. The random stands inside the envelope and in the bidder's copy; a plain hash of a price would be guessed in a second.</summary>
public sealed record Commitment(byte[] Random, byte[] Hash)
{
    private const int RandomSize = 32;

    public static Commitment To(byte[] content)
    {
        byte[] random = RandomNumberGenerator.GetBytes(RandomSize);
        return new Commitment(random, Of(random, content));
    }

    public static byte[] Of(byte[] random, byte[] content) => SHA256.HashData([.. random, .. content]);
}
