namespace Portal.Domain.Kernel;

/// <summary>Somebody else changed the same thing since it was read; nothing was written (409 on pages, 412 where an ETag was given).</summary>
public sealed class StaleVersion(Exception inner) : Exception("Somebody else changed this while you had it open. Reload the page; what you typed is kept.", inner);
