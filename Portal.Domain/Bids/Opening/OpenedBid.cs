using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>A file of an opened bid as the buyer sees it.</summary>
public sealed record OpenedFile(Guid Upload, string Name, long Bytes, string Sha256, string Type, ScanState Scan, IReadOnlyList<FileKey> Keys);

/// <summary>What the qualification and quality envelopes of an opened bid held.</summary>
public sealed record OpenedQuality(BidContent Content, IReadOnlyList<OpenedFile> Files);

/// <summary>A bid that was in time and has been opened by two people. Its content stands under the portal's own key; its prices stay sealed until two people open them in an act of their own.</summary>
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

    /// <summary>1 initial or only tenders, 2 final tenders; only those of the tender's own round are assessed.</summary>
    public int Round { get; private set; } = 1;

    public OrganisationId Bidder { get; private set; }

    /// <summary>"Bidder A": the same for one bidder in every lot of the tender.</summary>
    public string Alias { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public string Subject => $"bid/{TenderRef}/{LotNumber}/{Id.Value}";

    internal byte[] WrappedQuality { get; private set; } = [];

    /// <summary>Empty while the price envelope is sealed.</summary>
    internal byte[] WrappedPrices { get; private set; } = [];

    /// <summary>When the price envelope was opened.</summary>
    public DateTimeOffset? PricesOpenedAt { get; private set; }

    /// <summary>The price envelope has been opened, or was found unreadable and the bid stands without prices.</summary>
    public bool HasPrices => WrappedPrices.Length > 0;

    internal static OpenedBid From(Submission.SealedBid bid, string alias, OpenedQuality quality, IKeyStore keys, DateTimeOffset now) => new()
    {
        Id = bid.Id,
        Tender = bid.Tender,
        Lot = bid.Lot,
        TenderRef = bid.TenderRef,
        LotNumber = bid.LotNumber,
        Round = bid.Round,
        Bidder = bid.Bidder,
        Alias = alias,
        ReceivedAt = bid.ReceivedAt,
        OpenedAt = now,
        WrappedQuality = keys.Wrap(BidJson.Bytes(quality), Purpose(bid.Id, "quality")),
    };

    /// <summary>The bid without its content, for lists.</summary>
    internal static OpenedBid Listed(SubmissionId id, TenderId tender, LotId lot, string tenderRef, string lotNumber, OrganisationId bidder, string alias, (DateTimeOffset Received, DateTimeOffset Opened) at) =>
        new() { Id = id, Tender = tender, Lot = lot, TenderRef = tenderRef, LotNumber = lotNumber, Bidder = bidder, Alias = alias, ReceivedAt = at.Received, OpenedAt = at.Opened };

    internal OpenedQuality Quality(IKeyStore keys) => BidJson.Read<OpenedQuality>(keys.Unwrap(WrappedQuality, Purpose(Id, "quality")));

    internal BidContent Prices(IKeyStore keys) => BidJson.Read<BidContent>(keys.Unwrap(WrappedPrices, Purpose(Id, "prices")));

    internal void KeepPrices(BidContent prices, IKeyStore keys, DateTimeOffset now)
    {
        WrappedPrices = keys.Wrap(BidJson.Bytes(prices), Purpose(Id, "prices"));
        PricesOpenedAt = now;
        Happened("bid.pricesOpened", Subject, new { at = now });
    }

    internal void StandWithoutPrices(string why, IKeyStore keys, DateTimeOffset now)
    {
        WrappedPrices = keys.Wrap(BidJson.Bytes(BidContent.Empty), Purpose(Id, "prices"));
        PricesOpenedAt = now;
        Happened("bid.pricesNotReadable", Subject, new { why });
    }

    private static string Purpose(SubmissionId id, string part) => $"opened/{id.Value}/{part}";
}
