using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Furniture;

namespace Portal.Web.Home;

/// <summary>The search box: references, tenders, providers, homes; one exact find goes straight there.</summary>
[AllowAnonymous]
[Route("/search")]
public sealed class SearchController(IEnumerable<ISearchSource> rooms) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, CancellationToken cancel)
    {
        string words = (q ?? "").Trim();
        List<SearchHit> hits = [];
        foreach (ISearchSource room in rooms)
        {
            if (words.Length is > 1 and <= 100)
            {
                hits.AddRange(await room.Find(words, KnownActor, cancel));
            }
        }

        return hits is [var only] ? Redirect(only.Href) : View(new SearchPage(words, hits));
    }
}

/// <summary>The page.</summary>
public sealed record SearchPage(string Words, IReadOnlyList<SearchHit> Hits);
