using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>Gives every committed entry its number, keeps the tree and signs checkpoints. One works at a time in a process; between processes the head's version decides.</summary>
public sealed class LogSequencer(IServiceScopeFactory scopes, LogSigner signer, TimeProvider clock) : IDisposable
{
    private const int Batch = 1000;
    private const int Attempts = 20;

    private static readonly PreparedQuery<AtMost, LogEntry> Waiting = new((db, asked) => db.LogEntries.Where(e => e.Index == null).OrderBy(e => e.Row).Take(asked.Entries));

    private static readonly PreparedQuery<OnlyOne, LogHead> Heads = new((db, asked) => db.LogHeads.Where(h => h.Id == asked.Id));

    private readonly SemaphoreSlim turn = new(1, 1);

    public LogSigner Signer => signer;

    /// <summary>Numbers everything committed before the call; when it returns, those entries stand in the tree.</summary>
    public async Task NumberPending(CancellationToken ct = default)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (await NumberBatch(ct) == Batch)
            {
                ct.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The signed checkpoint of everything numbered so far, kept; published when <paramref name="publish"/>, else known only to who holds a proof.</summary>
    public async Task<string> Checkpoint(bool publish, CancellationToken ct = default)
    {
        await NumberPending(ct);
        await turn.WaitAsync(ct);
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            long size = await db.LogHeads.Select(h => h.Size).SingleOrDefaultAsync(ct);
            LogCheckpoint kept = await db.LogCheckpoints.FindAsync([size], ct) ?? await Sign(db, size, ct);
            if (publish)
            {
                kept.Publish();
            }

            await db.SaveChangesAsync(ct);
            return kept.Note;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<LogCheckpoint> Sign(PortalDb db, long size, CancellationToken ct)
    {
        byte[] root = await db.LogTree().Root(size, ct);
        LogCheckpoint made = new(size, signer.SignNote(new Checkpoint(signer.Key.Name, size, root).ToString()), clock.GetUtcNow());
        db.Add(made);
        return made;
    }

    private async Task<int> NumberBatch(CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await TryNumber(ct);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another process numbered first (or the database was busy): start again from what is there now.
                await Task.Delay(attempt * 5, ct);
            }
        }
    }

    private async Task<int> TryNumber(CancellationToken ct)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using IAsyncDisposable connection = await db.KeepOpen(ct);
        List<LogEntry> waiting = await Waiting.Ask(db, new AtMost(Batch), ct);
        if (waiting.Count == 0)
        {
            return 0;
        }

        LogHead head = (await Heads.Ask(db, new OnlyOne(LogHead.OnlyRow), ct)).SingleOrDefault() ?? db.Add(LogHead.First()).Entity;
        TileFrontier frontier = await db.LogFrontier(head.Size, ct);
        foreach (LogEntry entry in waiting)
        {
            entry.Index = frontier.Size;
            frontier.Append(MerkleHash.Leaf(Encoding.UTF8.GetBytes(entry.EntryJson)));
        }

        await db.StoreTiles(frontier.TakeChanged(), ct);
        head.Grow(frontier.Size);
        await db.SaveChangesAsync(ct);
        return waiting.Count;
    }

    private sealed record AtMost(int Entries);

    private sealed record OnlyOne(int Id);
}
