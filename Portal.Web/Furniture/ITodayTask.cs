using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Something that needs the actor: what, where to do it, by when (null: no deadline), and a status word.</summary>
public sealed record TodayItem(string Text, string Href, DateTimeOffset? Due, string Status, string? Detail = null);

/// <summary>A room's answer to "what needs me?"; found by itself and asked on the page Today.</summary>
public interface ITodayTask
{
    /// <summary>The heading under which the items stand, such as "Bids" or "Moderation".</summary>
    string Heading { get; }

    /// <summary>Among headings without a deadline: higher stands lower.</summary>
    int Order => 0;

    Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel);
}
