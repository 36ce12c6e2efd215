using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>The navigation of all rooms: at most six entries at the top, the sixth "More" where there are more.</summary>
public sealed class Menu(IEnumerable<INavigation> rooms)
{
    public const string MorePage = "/more";
    private const int Most = 6;

    public IReadOnlyList<NavEntry> All(Actor? actor) => [.. rooms.SelectMany(r => r.For(actor)).DistinctBy(e => e.Href).OrderBy(e => e.Order)];

    /// <summary>The entry whose pages hold this path, the closest one where several do: <c>/tenders/ours</c> is under "Our tenders" alone.</summary>
    public static NavEntry? Here(IEnumerable<NavEntry> entries, string path) => Work(path) is { } work ? entries.FirstOrDefault(e => e.Href == work) : entries
        .Where(e => path == e.Href || (e.Href != "/" && path.StartsWith(e.Href + "/", StringComparison.Ordinal)))
        .MaxBy(e => e.Href.Length);

    // Pages below a tender on which people work belong to their work, not to the search for tenders.
    private static string? Work(string path) => path.Split('/') is ["", "tenders", _, var part, ..]
        ? part switch
        {
            "draft" or "publish" or "amend" or "qualification" or "evaluation" or "award" or "team" or "declined" or "cases" or "opened-bids" or "cancel" or "timeline" => "/tenders/ours",
            "opening" or "late-box" => "/openings",
            "bids" or "result" => Bids.BidLinks.Mine,
            _ => null,
        }
        : null;

    public IReadOnlyList<NavEntry> Shown(Actor? actor)
    {
        IReadOnlyList<NavEntry> all = All(actor);
        return all.Count <= Most ? all : [.. all.Take(Most - 1), new NavEntry("More", MorePage, int.MaxValue)];
    }
}
