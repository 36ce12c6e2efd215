namespace Portal.Web.Audit.Sentences;

/// <summary>What happens to bids and their keys, in words: sealing, receipt, opening, who read them, requests to take part and talks.</summary>
internal static class BidSentences
{
    public static readonly IReadOnlyList<(string Action, string Pattern)> All =
    [
        ("seal.made", "Made {keys:count} keys to which bids are sealed, one for each lot and envelope"),
        ("seal.dealt", "Dealt the opening key: {needed} of {openers} openers must come together[, {recovery} recovery shares]"),
        ("seal.redealt", "Dealt the opening key again: {needed} of {openers} openers must come together[, {recovery} recovery shares]"),
        ("seal.redealAttended", "Came to deal the opening key again[ ({present} of {needed} present)]"),
        ("seal.redealRefused", "Was refused at dealing the opening key again: the passphrase was wrong"),
        ("bid.submitted", "Sent in {theBid}[; received {receivedAt}]"),
        ("bid.late", "Sent in {theBid} too late[; received {receivedAt}]. It stays sealed in the late box"),
        ("bid.replaced", "Replaced {theBid} with a newer one; the older stays sealed"),
        ("bid.withdrawn", "Withdrew {theBid}; it stays sealed"),
        ("bid.confirmed", "Confirmed after the change of the tender that {theBid} stands"),
        ("bid.notConfirmed", "Left {theBid} sealed: it was not confirmed after the change of the tender"),
        ("bid.opened", "Opened {theBid}, without its prices"),
        ("bid.notReadable", "Could not read {theBid}[: {why}]"),
        ("bid.pricesOpened", "Opened the prices of {theBid}"),
        ("bid.pricesNotReadable", "Could not read the prices of {theBid}[: {why}]"),
        ("bid.read", "Read {theBid}"),
        ("bid.fileRead", "Opened a file of {theBid}"),
        ("bid.pricesRead", "Read the prices of {theBid}"),
        ("opening.attended", "Came to the opening with a passphrase[ ({present} of {needed} present)]"),
        ("opening.refused", "Was refused at the opening[: {why}]"),
        ("opening.held", "Held the opening[ of the {act}][, with {people}]"),
        ("request.received", "Sent in a request to take part"),
        ("request.withdrawn", "Withdrew a request to take part"),
        ("request.read", "Read a request to take part"),
        ("request.scored", "Scored the request to take part[ of {supplier}]"),
        ("request.settled", "Settled the request to take part[ of {supplier}: {standing}]"),
        ("negotiation.roundBegan", "Began round {number} of the negotiation[, {minutesEach} minutes for each supplier]"),
        ("negotiation.meetingHeld", "Held a meeting in round {number} of the negotiation"),
        ("negotiation.shared", "Told every supplier the same[: {words}]"),
        ("negotiation.roundEnded", "Ended round {number} of the negotiation[ after {meetings} meetings]"),
    ];
}
