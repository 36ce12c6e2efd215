using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Where a sealed bid stands. Only one per bidder and lot is <see cref="InTime"/>; replaced and withdrawn ones stay sealed for ever (D1-06), late ones until a recorded legal decision (D1-08).</summary>
public enum SealedBidStatus
{
    InTime,
    Replaced,
    Withdrawn,
    Late,
    Opened,

    /// <summary>Late, and let in by legal's recorded decision; opened with the rest.</summary>
    LateAdmitted,

    /// <summary>Late, and refused by legal's recorded decision; it stays sealed.</summary>
    LateRefused,

    /// <summary>A change of the tender asked for confirmation, and none came before the deadline; it stays sealed.</summary>
    Unconfirmed,
}

/// <summary>The three envelopes of a bid and what was committed to at receipt.</summary>
public sealed record SealedEnvelopes(byte[] Qualification, byte[] QualificationCommitment, byte[] Quality, byte[] QualityCommitment, byte[] Price, byte[] PriceCommitment);

/// <summary>A bid as received: nobody, the portal included, can read it before the opening. Its id is opaque and stands in the log; the bidder does not.</summary>
public sealed class SealedBid : Aggregate
{
    private static readonly Lifecycle<SealedBidStatus> Moves = new(
        (SealedBidStatus.InTime, SealedBidStatus.Replaced),
        (SealedBidStatus.InTime, SealedBidStatus.Withdrawn),
        (SealedBidStatus.InTime, SealedBidStatus.Opened),
        (SealedBidStatus.InTime, SealedBidStatus.Unconfirmed),
        (SealedBidStatus.Late, SealedBidStatus.LateAdmitted),
        (SealedBidStatus.Late, SealedBidStatus.LateRefused),
        (SealedBidStatus.LateAdmitted, SealedBidStatus.Opened));

    private readonly List<SealedFile> files = [];

    private SealedBid()
    {
    }

    public SubmissionId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    public string TenderRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    /// <summary>1 initial or only tenders, 2 final tenders.</summary>
    public int Round { get; private set; } = 1;

    public OrganisationId Bidder { get; private set; }

    /// <summary>The stamp: when the last byte of the submission had been read.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    public SealedBidStatus Status { get; private set; }

    /// <summary>When the bidder said that the bid stands although the tender has changed since (A7-04).</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string ManifestSha256 { get; private set; } = "";

    public IReadOnlyList<SealedFile> Files => files;

    /// <summary>Received after the deadline; it stays in the late box unless legal admits it.</summary>
    public bool IsLate => Status is SealedBidStatus.Late or SealedBidStatus.LateAdmitted or SealedBidStatus.LateRefused;

    public string Subject => $"bid/{TenderRef}/{LotNumber}/{Id.Value}";

    internal SealedEnvelopes Envelopes { get; private set; } = new([], [], [], [], [], []);

    /// <summary>What the receipt lists, under the portal's own key: file names may tell something too.</summary>
    internal byte[] WrappedFileList { get; private set; } = [];

    /// <summary>The homes left out, under the portal's key; empty where none was.</summary>
    internal byte[] WrappedLeftOut { get; private set; } = [];

    /// <summary>The bidder's own copy, in the moment of the submission only; it is never stored in the clear.</summary>
    public BidCopy? Copy { get; private set; }

    internal static SealedBid Receive(SubmissionId id, Tender tender, Lot lot, OrganisationId bidder, Stamp stamp, SealedParts parts)
    {
        SealedBid bid = new()
        {
            Id = id,
            Tender = tender.Id,
            Lot = lot.Id,
            TenderRef = tender.Ref,
            LotNumber = lot.Number,
            Round = tender.Round,
            Bidder = bidder,
            ReceivedAt = stamp.At,
            Status = stamp.Late ? SealedBidStatus.Late : SealedBidStatus.InTime,
            Envelopes = parts.Envelopes,
            WrappedFileList = parts.WrappedFileList,
            WrappedLeftOut = parts.WrappedLeftOut,
            ManifestSha256 = parts.ManifestSha256,
            Copy = parts.Copy,
        };
        bid.files.AddRange(parts.Files);
        bid.Happened(stamp.Late ? "bid.late" : "bid.submitted", bid.Subject, new { submission = id.Value, receivedAt = stamp.At, manifestSha256 = bid.ManifestSha256 });
        return bid;
    }

    /// <summary>Whether it counts as it is: sent in, or confirmed, after the last change that asked for it.</summary>
    public bool Stands(Tender tender) => tender.ConfirmBidsFrom is not { } from || ReceivedAt >= from || ConfirmedAt >= from;

    public void Confirm(Tender tender, DateTimeOffset now)
    {
        if (Stands(tender))
        {
            throw new RuleBroken("STANDS", "This bid counts as it is. You need do nothing.", "A7-04");
        }

        ConfirmedAt = now;
        Happened("bid.confirmed", Subject, new { at = now });
    }

    public void Withdraw(DateTimeOffset now)
    {
        Status = Moves.Move(Status, SealedBidStatus.Withdrawn, "This bid");
        Happened("bid.withdrawn", Subject, new { at = now });
    }

    internal void SettleLate(bool admitted) =>
        Status = Moves.Move(Status, admitted ? SealedBidStatus.LateAdmitted : SealedBidStatus.LateRefused, "This late bid");

    internal void ReplaceBy(SubmissionId newer, DateTimeOffset now)
    {
        Status = Moves.Move(Status, SealedBidStatus.Replaced, "This bid");
        Happened("bid.replaced", Subject, new { by = newer.Value, at = now });
    }

    internal void MarkOpened(DateTimeOffset now)
    {
        Status = Moves.Move(Status, SealedBidStatus.Opened, "This bid");
        Happened("bid.opened", Subject, new { at = now });
    }

    /// <summary>Left out of the opening for want of confirmation.</summary>
    internal Unopened Lapse(DateTimeOffset now)
    {
        Status = Moves.Move(Status, SealedBidStatus.Unconfirmed, "This bid");
        Happened("bid.notConfirmed", Subject, new { at = now });
        return new Unopened(Id.Value, LotNumber, "Not confirmed after the tender was changed; it stays sealed");
    }

    internal void NoteUnreadable(string why) => Happened("bid.notReadable", Subject, new { why });
}

/// <summary>A file of a sealed bid: its keys sealed to the lot's key.</summary>
public sealed class SealedFile
{
    private SealedFile()
    {
    }

    internal SealedFile(SubmissionId submission, UploadId upload, byte[] sealedKeys)
    {
        Submission = submission;
        Upload = upload;
        SealedKeys = sealedKeys;
    }

    public SubmissionId Submission { get; private set; }

    public UploadId Upload { get; private set; }

    internal byte[] SealedKeys { get; private set; } = [];
}

/// <summary>When a submission was received, and whether that was after the deadline.</summary>
public sealed record Stamp(DateTimeOffset At, bool Late);

/// <summary>What sealing a draft gave.</summary>
internal sealed record SealedParts(SealedEnvelopes Envelopes, byte[] WrappedFileList, string ManifestSha256, IReadOnlyList<SealedFile> Files, BidCopy Copy)
{
    public byte[] WrappedLeftOut { get; init; } = [];
}
