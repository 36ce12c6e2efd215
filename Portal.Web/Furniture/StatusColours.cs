namespace Portal.Web.Furniture;

/// <summary>The fixed colour of every status word, for all lifecycles; a word that is not listed is grey. Colour is never the only sign.</summary>
public static class StatusColours
{
    private static readonly Dictionary<string, string[]> ByColour = new()
    {
        ["green"] = ["Live", "Onboarded", "Agreed", "Effective", "Published", "Open", "Submitted", "Sealed", "Awarded", "Signed", "Admitted", "Accepted", "Allowed", "Approved", "Verified", "Active", "Paid", "Passed", "In force", "Placed", "Complete", "Done", "Clean", "Valid", "Met", "Shared", "Clear", "Alike", "Goes on", "Upheld", "Completed", "Confirmed", "For", "Strength", "Supports"],
        ["blue"] = ["Applied", "Proposed", "Draft", "In progress", "Evaluating", "Moderating", "Opened", "Closed", "Under review", "Invited", "In evaluation", "Offered", "Planned", "Scheduled", "Running", "Asked", "Announced", "Carried", "Updated", "Before board", "Requesting", "Shortlisting", "Negotiating", "Sent", "Would be invited"],
        ["yellow"] = ["Due", "Due soon", "Standstill", "Awaiting approval", "Awaiting verification", "Waiting", "Pending", "Query", "Queried", "Escalated", "Lapsing", "Suspended", "Paused", "On hold", "Not evidenced", "Caution", "To improve", "Doubts"],
        ["red"] = ["Overdue", "Late", "Done late", "Refused", "Rejected", "Excluded", "Failed", "Embargoed", "Blocked", "Infected", "Lapsed", "Terminated", "Challenged", "Not met", "Not accepted", "Urgent", "Stops the award", "Differs", "Disregarded", "Dismissed", "Against", "Serious"],
        ["purple"] = ["Emergency", "Referred", "Appealed", "Answered", "Moderated", "Lodged", "Explained"],
        ["orange"] = ["Left", "Not submitted", "Withdrawn", "Taken back", "Cancelled", "Declined", "Expired", "Unscannable", "Given up", "Not quorate", "Overtaken", "Conflicted", "Not invited", "Would not be invited"],
        ["turquoise"] = ["New", "Consensus", "Recommended"],
    };

    // The stages of a tender, each as it looks everywhere else.
    private static readonly (string word, string Key)[] Stages =
        [("Qualifying", "blue"), ("Scoring", "purple"), ("Pricing", "purple"), ("Deciding", "turquoise"), ("Ready to sign", "yellow"), ("Ready", "turquoise"), ("Not declared", "yellow"), ("Wrong type", "red")];

    // One word for one thing, whatever the code calls it.
    private static readonly Dictionary<string, string> Said = new() { ["Drafting"] = "Draft", ["Awaiting"] = "Awaiting approval" };

    private static readonly Dictionary<string, string> Colours = ByColour
        .SelectMany(c => c.Value.Select(word => (word, c.Key))).Concat(Stages).DistinctBy(p => p.word, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(p => p.word, p => p.Key, StringComparer.OrdinalIgnoreCase);

    public static string Of(string words) => Colours.GetValueOrDefault(words, "grey");

    public static string Words(object status) => status switch
    {
        Enum member => Said.GetValueOrDefault(GovWords.Of(member), GovWords.Of(member)),
        null => "",
        _ => status.ToString() ?? "",
    };
}
