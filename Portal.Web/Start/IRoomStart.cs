namespace Portal.Web.Start;

/// <summary>What a room adds to the composition beyond the conventions: singletons, options, endpoints, middleware. Needs a parameterless constructor; found by itself.</summary>
public interface IRoomStart
{
    void Add(WebApplicationBuilder builder, PortalSettings settings);

    /// <summary>After authentication and authorization, before the controllers.</summary>
    void Use(WebApplication app);
}

/// <summary>All rooms' starts, in order of name.</summary>
public static class RoomStarts
{
    public static IReadOnlyList<IRoomStart> All { get; } =
    [
        .. typeof(RoomStarts).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IRoomStart).IsAssignableFrom(t))
            .OrderBy(t => t.FullName, StringComparer.Ordinal)
            .Select(t => (IRoomStart)Activator.CreateInstance(t)!),
    ];
}
