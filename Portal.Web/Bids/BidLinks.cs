using Portal.Domain.Kernel;

namespace Portal.Web.Bids;

/// <summary>The addresses of the bids room, written once.</summary>
public static class BidLinks
{
    public const string Mine = "/bids";

    public static string Lots(string tender) => $"/tenders/{tender}/bids";

    public static string Draft(string tender, string lot) => $"/tenders/{tender}/bids/{lot}";

    public static string Submit(string tender, string lot) => $"/tenders/{tender}/bids/{lot}/submit";

    public static string Confirm(string tender, string lot) => $"/tenders/{tender}/bids/{lot}/confirm";

    public static string Receipt(string tender, string lot) => $"/tenders/{tender}/bids/{lot}/receipt";

    public static string Help(string tender) => $"/tenders/{tender}/help";

    public static string HelpDesk(string tender) => $"/tenders/{tender}/help-desk";

    public static string LateBox(string tender) => $"/tenders/{tender}/late-box";

    public static string CopyFrom(string tender, string lot) => $"/tenders/{tender}/bids/{lot}/copy-from";

    public static string Prices(string tender, string lot) => $"/tenders/{tender}/bids/{lot}/prices.xlsx";

    public static string Opening(string tender) => $"/tenders/{tender}/opening";

    public static string Negotiation(string tender) => $"/tenders/{tender}/negotiation";

    public static string Meeting(string tender, OrganisationId supplier) => $"/tenders/{tender}/negotiation/meetings/{supplier.Value}";

    public static string OpenedBid(string tender, Guid submission) => $"/tenders/{tender}/opened-bids/{submission}";
}
