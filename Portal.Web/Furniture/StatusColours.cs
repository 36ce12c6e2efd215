namespace Portal.Web.Furniture;

/// <summary>The fixed colour of every status word, for all lifecycles; a word that is not listed is grey. Colour is never the only sign.</summary>
public static class StatusColours
{
    private static readonly Dictionary<string, string[]> ByColour = new()
    {
        ["green"] = ["Live", "Onboarded", "Agreed", "Effective", "Published", "Open", "Submitted", "Sealed", "Awarded", "Signed", "Admitted", "Accepted", "Allowed", "Approved", "Verified", "Active", "Paid", "Passed", "In force", "Placed", "Complete", "Done", "Clean", "Valid", "Met", "Shared", "Clear", "Alike", "Goes on", "Upheld", "Completed", "Confirmed", "For"],
        ["blue"] = ["Applied", "Proposed", "Draft", "In progress", "Evaluating", "Moderating", "Opened", "Closed", "Under review", "Invited", "In evaluation", "Offered", "Planned", "Scheduled", "Running", "Asked", "Announced", "Carried", "Updated", "Before board"],
        ["yellow"] = ["Due", "Due soon", "Standstill", "Awaiting approval", "Awaiting verification", "Waiting", "Pending", "Query", "Queried", "Escalated", "Lapsing", "Suspended", "Paused", "On hold", "Not evidenced"],
        ["red"] = ["Overdue", "Late", "Done late", "Refused", "Rejected", "Excluded", "Failed", "Embargoed", "Blocked", "Infected", "Lapsed", "Terminated", "Challenged", "Not met", "Not accepted", "Urgent", "Stops the award", "Differs", "Disregarded", "Dismissed", "Against"],
        ["purple"] = ["Emergency", "Referred", "Appealed", "Answered", "Explained", "Moderated", "Lodged"],
        ["orange"] = ["Left", "Not submitted", "Withdrawn", "Cancelled", "Declined", "Expired", "Unscannable", "Given up", "Not quorate", "Overtaken", "Conflicted"],
        ["turquoise"] = ["New", "Consensus", "Recommended"],
    };

    private static readonly Dictionary<string, string> Colours = ByColour
        .SelectMany(c => c.Value.Select(word => (word, c.Key)))
        .ToDictionary(p => p.word, p => p.Key, StringComparer.OrdinalIgnoreCase);

    public static string Of(string words) => Colours.GetValueOrDefault(words, "grey");

    public static string Words(object status) => status switch
    {
        Enum member => GovWords.Of(member),
        null => "",
        _ => status.ToString() ?? "",
    };
}
