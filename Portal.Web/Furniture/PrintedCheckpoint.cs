using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit.Sequencing;

namespace Portal.Web.Furniture;

/// <summary>The log's latest published checkpoint for the foot of printed pages, looked up once a minute: what is on paper can be held against the log.</summary>
public sealed class PrintedCheckpoint(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private (DateTimeOffset At, string Words)? known;

    /// <summary>"Log checkpoint 1234, root Ab12…"; empty before the first is published.</summary>
    public async Task<string> Read()
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (known is not { } last || now - last.At > Fresh || now < last.At)
        {
            known = last = (now, await Seen() ?? known?.Words ?? "");
        }

        return last.Words;
    }

    // A page is shown, without its checkpoint, even while the database is in trouble.
    private async Task<string?> Seen()
    {
        try
        {
            return await Look();
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or TimeoutException)
        {
            return null;
        }
    }

    private async Task<string> Look()
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var newest = await db.Set<LogCheckpoint>().AsNoTracking().Where(c => c.Published).OrderByDescending(c => c.Size).Select(c => new { c.Size, c.Note }).FirstOrDefaultAsync();
        // A signed note: the log's name, the size, the root, an empty line, the signatures.
        return newest is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Log checkpoint {newest.Size}, root {newest.Note.Split('\n').ElementAtOrDefault(2)}.");
    }
}
