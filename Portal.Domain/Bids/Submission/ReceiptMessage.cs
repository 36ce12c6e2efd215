using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Bids.Submission;

/// <summary>Tells the bidder's people that a bid was received, or was late, and where its receipt is. It is mailed a little later, when the bid has long been on the disk.</summary>
internal static class ReceiptMessage
{
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    public static Message Of(SealedBid bid)
    {
        string received = $"It was received {LondonTime.ToTheSecond(bid.ReceivedAt)}. SHA-256 of its manifest: {bid.ManifestSha256}.";
        string fate = bid.IsLate ? "It came after the deadline and is kept sealed in the late box." : "It is sealed until two people of the buyer open it after the deadline.";
        string subject = bid.IsLate ? $"LATE: your bid for lot {bid.LotNumber} of tender {bid.TenderRef}" : $"Your bid for lot {bid.LotNumber} of tender {bid.TenderRef} is submitted";
        return Message.ToOrganisation(
            bid.Bidder,
            Role.ProviderBidder,
            subject,
            $"{received} {fate}\n\nThe receipt, to print and as a file, and its proof are on the receipt page.",
            $"/tenders/{bid.TenderRef}/bids/{bid.LotNumber}/receipt",
            bid.ReceivedAt,
            $"bid/{bid.Id.Value}/receipt").MailedFrom(bid.ReceivedAt + Later);
    }
}
