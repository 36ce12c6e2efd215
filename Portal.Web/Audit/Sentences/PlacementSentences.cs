namespace Portal.Web.Audit.Sentences;

/// <summary>What becomes of requests for a place, in words.</summary>
internal static class PlacementSentences
{
    public static readonly IReadOnlyList<(string Action, string Pattern)> All =
    [
        ("gate.withdrawn", "Withdrew the request for a place[. Why: {reason}]"),
        ("callOff.ended", "Recorded that the placement ended[ on {on}][. Why: {reason}]"),
        ("referral.withdrawn", "Withdrew the referral[. Why: {reason}]"),
        ("referral.offerWithdrawn", "Withdrew the offer of a place[. Why: {reason}]"),
    ];
}
