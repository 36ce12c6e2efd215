using System.Text.RegularExpressions;

namespace Portal.E2E.Furniture;

/// <summary>Which pages have been looked at and which links tried, each kind of page once for each kind of person.</summary>
public sealed partial class Sights
{
    private readonly HashSet<string> seen = [];

    /// <summary>True the first time that people of these roles come to this kind of page; two bids of one lot are of one kind.</summary>
    public bool IsNew(string roles, string path, string state = "") => seen.Add($"{roles} {Changing().Replace(path, "*")} {state}");

    [GeneratedRegex("(?<=/)(bidder-[a-z]+|[^/]*[0-9][^/]*)")]
    private static partial Regex Changing();
}
