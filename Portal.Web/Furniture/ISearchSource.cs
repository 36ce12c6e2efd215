using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Something found: what kind, its words, and where it is.</summary>
public sealed record SearchHit(string Kind, string Text, string Href, string? Detail = null);

/// <summary>A room's answer to the search box; found by itself. Shows only what the actor (null: the public) may see.</summary>
public interface ISearchSource
{
    Task<IReadOnlyList<SearchHit>> Find(string words, Actor? actor, CancellationToken cancel);
}
