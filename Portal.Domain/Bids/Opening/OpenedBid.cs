using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>A file of an opened bid as the buyer sees it.</summary>
public sealed record OpenedFile(Guid Upload, string Name, long Bytes, string Sha256, string Type, ScanState Scan, IReadOnlyList<FileKey> Keys);

/// <summary>What the quality envelope of an opened bid held.</summary>
public sealed record OpenedQuality(BidContent Content, IReadOnlyList<OpenedFile> Files);

/// <summary>A bid that was in time and has been opened by two people. Its content stands under the portal's own key; prices are released at the pricing stage only.</summary>
public sealed class OpenedBid : Aggregate
{
    private OpenedBid()
    {
    }

    public SubmissionId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    public string TenderRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public OrganisationId Bidder { get; private set; }

    /// <summary>"Bidder A": the same for one bidder in every lot of the tender.</summary>
    public string Alias { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public string Subject => $"bid/{TenderRef}/{LotNumber}/{Id.Value}";

    internal byte[] WrappedQuality { get; private set; } = [];

    internal byte[] WrappedPrices { get; private set; } = [];

    internal static OpenedBid From(Submission.SealedBid bid, string alias, OpenedQuality quality, BidContent prices, IKeyStore keys, DateTimeOffset now) => new()
    {
        Id = bid.Id,
        Tender = bid.Tender,
        Lot = bid.Lot,
        TenderRef = bid.TenderRef,
        LotNumber = bid.LotNumber,
        Bidder = bid.Bidder,
        Alias = alias,
        ReceivedAt = bid.ReceivedAt,
        OpenedAt = now,
        WrappedQuality = keys.Wrap(BidJson.Bytes(quality), Purpose(bid.Id, "quality")),
        WrappedPrices = keys.Wrap(BidJson.Bytes(prices), Purpose(bid.Id, "prices")),
    };

    /// <summary>The bid without its content, for lists.</summary>
    internal static OpenedBid Listed(SubmissionId id, TenderId tender, LotId lot, string tenderRef, string lotNumber, OrganisationId bidder, string alias, (DateTimeOffset Received, DateTimeOffset Opened) at) =>
        new() { Id = id, Tender = tender, Lot = lot, TenderRef = tenderRef, LotNumber = lotNumber, Bidder = bidder, Alias = alias, ReceivedAt = at.Received, OpenedAt = at.Opened };

    internal OpenedQuality Quality(IKeyStore keys) => BidJson.Read<OpenedQuality>(keys.Unwrap(WrappedQuality, Purpose(Id, "quality")));

    internal BidContent Prices(IKeyStore keys) => BidJson.Read<BidContent>(keys.Unwrap(WrappedPrices, Purpose(Id, "prices")));

    private static string Purpose(SubmissionId id, string part) => $"opened/{id.Value}/{part}";
}
