using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Submission;

/// <summary>A file of the bidder's own copy: its name and hash, and the keys by which this copy, and nobody without it, can still read it. No keys: sealed by an earlier version of the bid.</summary>
public sealed record CopiedFile(Guid Upload, string Name, string Sha256, IReadOnlyList<FileKey> Keys);

/// <summary>The bidder's own copy of a submission: exactly the bytes that were sealed, each behind the random bytes of its commitment. SHA-256 of each is in the manifest, and the manifest's is on the receipt, so the bidder can show later what was received.</summary>
public sealed record BidCopy(byte[] Manifest, byte[] Qualification, byte[] Quality, byte[] Price, IReadOnlyList<CopiedFile> Files)
{
    private const int RandomSize = 32;

    public BidContent Content() => Read(Quality).WithQualification(Read(Qualification)).With(Read(Price));

    private static BidContent Read(byte[] part) => BidJson.Read<BidContent>(part[RandomSize..]);
}

/// <summary>A bidder's copy as it lies in the portal after the submission, for a week: sealed under a key that only the submitter's browser was given. The portal cannot read it.</summary>
public sealed class KeptCopy
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private KeptCopy()
    {
    }

    public SubmissionId Submission { get; private set; }

    public OrganisationId Bidder { get; private set; }

    public DateTimeOffset ForgottenAt { get; private set; }

    internal byte[] Sealed { get; private set; } = [];

    public static KeptCopy Seal(SealedBid bid, BidCopy copy, byte[] key, DateTimeOffset now) => new()
    {
        Submission = bid.Id,
        Bidder = bid.Bidder,
        ForgottenAt = now + Kept,
        Sealed = KeyWrap.Wrap(key, BidJson.Bytes(copy), Purpose(bid.Id)),
    };

    /// <summary>Null when the key is not the one.</summary>
    public BidCopy? Open(byte[] key)
    {
        try
        {
            return BidJson.Read<BidCopy>(KeyWrap.Unwrap(key, Sealed, Purpose(Submission)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Purpose(SubmissionId submission) => $"copy/{submission.Value}";
}
