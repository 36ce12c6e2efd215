using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Interest;

/// <summary>Where a tender stands in one sentence, and the one place where this reader goes on: the buyer to the step that waits, a supplier to its own part.</summary>
public sealed record StageNow(string Words, string? Act, string? Href)
{
    /// <summary>Null for a procurement that ended: the page says that itself.</summary>
    public static StageNow? Of(TenderPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Tender.Stage == TenderStage.Cancelled)
        {
            return null;
        }

        (string? act, string? place) = page.Reader.Runs ? ForBuyer(page.Tender) : page.Reader.Bids ? ForSupplier(page) : (null, null);
        return new StageNow(Said(page.Tender, InWords(page)), act, place is null ? null : $"/tenders/{page.Tender.Ref}/{place}");
    }

    // Lots that were awarded before the others are said first; the public learns of them by the award notice. What follows is said of the lots that are left.
    private static string Said(Tender tender, string words)
    {
        int[] announced = [.. tender.LotsGoingOn.Where(l => l is { Part: > 0, Awarding.AnnouncedAt: not null }).Select(l => l.Part).Distinct().Order()];
        if (announced.Length == 0)
        {
            return words;
        }

        string apart = string.Join(" ", announced.Select(part => tender.LotsOfPart(part).All(l => l.Awarding?.SignedAt is not null) ? $"The contract for {tender.PartInWords(part)} is signed." : $"The award of {tender.PartInWords(part)} is announced."));
        string rest = tender.PartInWords(0);
        return tender.LotsOfPart(0).Any() ? $"{apart} {char.ToUpperInvariant(rest[0])}{rest[1..]}: {char.ToLowerInvariant(words[0])}{words[1..]}" : apart;
    }

    // Which step of the assessment it is stays with the buyer; everybody learns the result at one moment.
    private static string InWords(TenderPage page) => page.Tender.Stage switch
    {
        TenderStage.Requesting => page.Tender.TakesRequests(page.Now) ? "Suppliers may ask to take part." : "The time for requests is over; who is invited to tender is decided next.",
        TenderStage.Shortlisting => "The buyer decides who is invited to tender.",
        TenderStage.Open => Running(page),
        TenderStage.Closed => "The tenders are in. They stay sealed until two people open them.",
        TenderStage.Opened => page.Tender.Plan is not null && !page.Tender.IsFinalRound ? "The initial tenders are opened; negotiation begins next." : "The tenders are opened; who may be assessed is decided next.",
        TenderStage.Negotiating => "The buyer negotiates with every supplier that sent an initial tender. Final tenders are invited after that.",
        TenderStage.Standstill => "The award is announced. Nothing is signed before the standstill has ended.",
        TenderStage.ReadyToSign => "The award is announced, and the contract can be signed.",
        TenderStage.Signed => "The contract is signed.",
        _ => "The tenders are being assessed. Every bidder is told the result at the same moment.",
    };

    private static string Running(TenderPage page) => !page.Tender.TakesBids(page.Now) ? "The deadline has passed; the tenders are opened next."
        : page.Tender.Plan is null ? "Tenders can be sent in."
        : page.Tender.IsFinalRound ? "The suppliers that are left write their final tenders." : "The invited suppliers write their initial tenders.";

    private static (string Act, string Place) ForBuyer(Tender tender) => tender.Stage switch
    {
        TenderStage.Requesting or TenderStage.Shortlisting => ("Requests to take part", "requests"),
        TenderStage.Open => ("Questions and answers", "questions"),
        TenderStage.Closed => ("The opening", "opening"),
        TenderStage.Opened when tender.Plan is not null && !tender.IsFinalRound => ("Begin the negotiation", "negotiation"),
        TenderStage.Negotiating => ("Go on with the negotiation", "negotiation"),
        TenderStage.Opened or TenderStage.Qualifying => ("Decide who is assessed", "qualification"),
        TenderStage.Scoring or TenderStage.Moderating or TenderStage.Pricing => ("Go on with the evaluation", "evaluation"),
        _ => ("Go on with the award", "award"),
    };

    private static (string? Act, string? Place) ForSupplier(TenderPage page)
    {
        bool invited = page.Tender.Plan is null || page.Reader.Invited;
        return invited ? (page.TakesBids ? "Bid for the lots" : "Your bids and where they stand", "bids")
            : page.Tender.TakesRequests(page.Now) ? ("Ask to take part", "take-part") : ("Your part in this procurement", "take-part");
    }
}
