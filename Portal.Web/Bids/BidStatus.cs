using Portal.Domain;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Bids;

/// <summary>Where a bidder stands with one lot, in one large plain word, with the deadline and the server's clock for the countdown.</summary>
public sealed record BidStatus(string Tender, string Lot, string LotTitle, string Word, DateTimeOffset? ReceivedAt, bool HasDraft, DateTimeOffset ClosesAt, DateTimeOffset Now)
{
    public const string NotSubmitted = "NOT SUBMITTED";
    public const string Submitted = "SUBMITTED";
    public const string Late = "LATE";
    public const string NotConfirmed = "NOT CONFIRMED";
    public const string Ended = "LOT ENDED";

    /// <summary>Why the lot ended without award, alone; null while it goes on.</summary>
    public LotEnding? Ending { get; init; }

    /// <summary>The bids are opened: nothing more is taken, not even late.</summary>
    public bool Decided { get; init; }

    public bool IsOpen => Ending is null && Now <= ClosesAt;

    public string Colour => Word switch
    {
        Submitted => "green",
        Late => "red",
        Ended => "grey",
        _ => "orange",
    };

    public static async Task<BidStatus> Read(PortalDb db, Actor actor, Tender tender, Lot lot, DateTimeOffset now, CancellationToken cancel)
    {
        SealedBid? bid = await db.FindSubmitted(actor.Organisation, lot.Id, cancel);
        bool draft = await db.FindDraft(actor.Organisation, lot.Id, cancel) is not null;
        string word = lot.Ended is not null ? Ended : bid is null ? NotSubmitted : bid.IsLate ? Late : bid.Stands(tender) ? Submitted : NotConfirmed;
        return new BidStatus(tender.Ref, lot.Number, lot.Title, word, bid?.ReceivedAt, draft, tender.ClosesAt ?? now, now) { Ending = lot.Ended, Decided = tender.Stage is not (TenderStage.Open or TenderStage.Closed) };
    }
}
