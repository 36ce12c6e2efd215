using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Which envelope of a bid: qualification (declarations, who stands behind the bid), quality (answers, evidence) or price. Each lot has a key pair for each.</summary>
public enum EnvelopeKind
{
    Qualification,
    Quality,
    Price,
}

/// <summary>The two acts in which envelopes open, each with a secret and shares of its own: qualification and quality after the deadline, prices when quality is agreed and frozen (C2-03).</summary>
public enum OpeningAct
{
    Bids,
    Prices,
}

/// <summary>Seals one part of a bid to a lot's key: padded, committed to, bound to tender, lot, envelope and submission.</summary>
internal static class Envelope
{
    private const int RandomSize = 32;

    public static (byte[] Sealed, Commitment Commitment) Seal(byte[] publicKey, byte[] content, EnvelopeKind kind, Guid lot, SubmissionId submission)
    {
        Commitment commitment = Commitment.To(content);
        byte[] padded = Padding.Pad([.. commitment.Random, .. content]);
        return (Hpke.Aes256.Seal(publicKey, Info(kind, lot), Context(submission), padded), commitment);
    }

    /// <summary>Raises <see cref="CryptographicException"/> when it does not open, or holds something else than was committed to at receipt.</summary>
    public static byte[] Open(ECDiffieHellman key, byte[] sealedBytes, byte[] commitment, EnvelopeKind kind, Guid lot, SubmissionId submission)
    {
        byte[] content = Padding.Unpad(Hpke.Aes256.Open(key, Info(kind, lot), Context(submission), sealedBytes));
        return CryptographicOperations.FixedTimeEquals(Commitment.Of(content[..RandomSize], content[RandomSize..]), commitment)
            ? content[RandomSize..]
            : throw new CryptographicException("The envelope holds something else than was committed to at receipt.");
    }

    /// <summary>A file's keys are sealed apart, bound to the file, so that a replacement of the bid may keep the file although nobody can read it any more.</summary>
    public static byte[] SealFileKeys(byte[] publicKey, byte[] keys, Guid lot, Guid upload) => Hpke.Aes256.Seal(publicKey, FileInfo(lot), upload.ToByteArray(), keys);

    public static byte[] OpenFileKeys(ECDiffieHellman key, byte[] sealedKeys, Guid lot, Guid upload) => Hpke.Aes256.Open(key, FileInfo(lot), upload.ToByteArray(), sealedKeys);

    /// <summary>In which act an envelope opens.</summary>
    public static OpeningAct ActOf(EnvelopeKind kind) => kind == EnvelopeKind.Price ? OpeningAct.Prices : OpeningAct.Bids;

    private static byte[] Info(EnvelopeKind kind, Guid lot) => Encoding.ASCII.GetBytes($"bid envelope v1|{lot}|{kind}");

    private static byte[] FileInfo(Guid lot) => Encoding.ASCII.GetBytes($"bid file v1|{lot}");

    private static byte[] Context(SubmissionId submission) => submission.Value.ToByteArray();
}
