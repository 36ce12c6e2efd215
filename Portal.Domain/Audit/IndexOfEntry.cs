namespace Portal.Domain.Audit;

/// <summary>Where an entry stands in the tree.</summary>
public static class IndexOfEntry
{
    private static readonly PreparedQuery<About, long?> Index = new((db, asked) =>
        db.LogEntries.Where(e => e.Subject == asked.Subject && e.Action == asked.Action).Select(e => e.Index));

    extension(PortalDb db)
    {
        /// <summary>The number of the only entry of this action about this subject; null before the sequencer has given it one.</summary>
        public async Task<long?> LogIndexOf(string subject, string action, CancellationToken cancel) => (await Index.Ask(db, new About(subject, action), cancel)).SingleOrDefault();
    }

    private sealed record About(string Subject, string Action);
}
