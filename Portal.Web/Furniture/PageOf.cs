namespace Portal.Web.Furniture;

/// <summary>One keyset page: the items, and the cursor after which the next page starts (null: that was all). Show with <c>&lt;partial name="Pager" model="page.Next"/&gt;</c>.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes keyset pages.</summary>
public static class PageOf
{
    public const int Size = 50;

    /// <summary>From a query that took one row more than <paramref name="size"/>: <c>PageOf.From(rows, r =&gt; r.Ref)</c>.</summary>
    public static PageOf<T> From<T>(IReadOnlyList<T> oneMore, Func<T, string> cursor, int size = Size)
    {
        ArgumentNullException.ThrowIfNull(oneMore);
        ArgumentNullException.ThrowIfNull(cursor);
        return oneMore.Count <= size ? new PageOf<T>(oneMore, null) : new PageOf<T>([.. oneMore.Take(size)], cursor(oneMore[size - 1]));
    }
}

/// <summary>Nothing here yet: why, and the first step.</summary>
public sealed record EmptyState(string Title, string Text, string? LinkText = null, string? LinkHref = null);

/// <summary>One choice of radios, checkboxes or a select.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
