using System.Globalization;

namespace Portal.Domain.Audit.Verifying;

/// <summary>Checks a copy of the log from its bytes alone and names the first entry that was edited, deleted, inserted, moved or cut off, and any checkpoint that was not signed by the pinned key.</summary>
public sealed class LogVerifier(ReadLogFile read, string? pinnedKey = null)
{
    private readonly LogCopy copy = new(read);
    private readonly List<LogFinding> findings = [];
    private readonly CompactTree tree = new();
    private bool entriesRead = true;

    public async Task<LogReport> Verify(CancellationToken ct = default)
    {
        string? key = pinnedKey ?? await copy.Text("key", ct);
        string? note = await copy.Text("checkpoint", ct);
        if (key is null || note is null || ReadCheckpoint.From(note, key) is not { } head)
        {
            return new LogReport(0, 0, "", false, [new LogFinding("UNREADABLE", null, "There is no readable checkpoint, or no key to check it with.")]);
        }

        if (!head.Signed)
        {
            findings.Add(new LogFinding("SIGNATURE", null, "The checkpoint was not signed by the log's key: it was made or signed again by somebody else."));
        }

        Queue<ReadCheckpoint> checkpoints = await Checkpoints(key, head, ct);
        await Walk(checkpoints, head.Size, ct);
        return new LogReport(tree.Size, head.Size, Convert.ToBase64String(tree.Root()), entriesRead, findings);
    }

    private async Task<Queue<ReadCheckpoint>> Checkpoints(string key, ReadCheckpoint head, CancellationToken ct)
    {
        List<ReadCheckpoint> all = [head];
        foreach (string text in await copy.EarlierCheckpoints(ct))
        {
            ReadCheckpoint? earlier = ReadCheckpoint.From(text, key);
            if (earlier is null || !earlier.Signed)
            {
                findings.Add(new LogFinding("SIGNATURE", null, "An earlier checkpoint was not signed by the log's key."));
            }
            else
            {
                all.Add(earlier);
            }
        }

        long furthest = all.Max(c => c.Size);
        if (furthest > head.Size)
        {
            findings.Add(new LogFinding("ROLLED_BACK", head.Size, Words($"The log once had {furthest} entries and now claims {head.Size}: entries from {head.Size} on were cut off.")));
        }

        return new Queue<ReadCheckpoint>(all.Where(c => c.Size <= head.Size).OrderBy(c => c.Size));
    }

    private async Task Walk(Queue<ReadCheckpoint> checkpoints, long size, CancellationToken ct)
    {
        long good = 0;
        for (long tile = 0; tile * LogCopy.Wide < size; tile++)
        {
            int width = (int)Math.Min(LogCopy.Wide, size - (tile * LogCopy.Wide));
            IReadOnlyList<byte[]> expected = await copy.LeafHashes(tile, width, ct);
            IReadOnlyList<byte[]> leaves = await Leaves(tile, width, expected, ct);
            foreach (byte[] leaf in leaves)
            {
                good = CheckRoots(checkpoints, good);
                tree.Add(leaf);
            }

            if (leaves.Count < width)
            {
                Report("MISSING", tree.Size, Words($"Entry {tree.Size} and what follows it is missing; the signed checkpoint covers {size} entries."));
                return;
            }
        }

        CheckRoots(checkpoints, good);
    }

    private async Task<IReadOnlyList<byte[]>> Leaves(long tile, int width, IReadOnlyList<byte[]> expected, CancellationToken ct)
    {
        IReadOnlyList<byte[]>? entries = entriesRead ? await copy.Entries(tile, width, ct) : null;
        if (entries is null)
        {
            entriesRead = false;
            return expected;
        }

        byte[][] leaves = [.. entries.Select(CompactTree.LeafHash)];
        Compare(tile * LogCopy.Wide, leaves, expected);
        return [.. leaves.Take(width)];
    }

    private void Compare(long first, byte[][] leaves, IReadOnlyList<byte[]> expected)
    {
        int i = 0;
        while (i < leaves.Length && i < expected.Count && leaves[i].AsSpan().SequenceEqual(expected[i]))
        {
            i++;
        }

        if (i == leaves.Length && i == expected.Count)
        {
            return;
        }

        bool next = i < leaves.Length && i + 1 < expected.Count && leaves[i].AsSpan().SequenceEqual(expected[i + 1]);
        bool later = i + 1 < leaves.Length && i < expected.Count && leaves[i + 1].AsSpan().SequenceEqual(expected[i]);
        (string code, string what) = (next, later) switch
        {
            (true, true) => ("REORDERED", "changed places with the one after it"),
            (true, false) => ("DELETED", "was deleted"),
            (false, true) => ("INSERTED", "was put in afterwards"),
            _ when i >= leaves.Length => ("MISSING", "is missing"),
            _ when i >= expected.Count => ("INSERTED", "was put in afterwards"),
            _ => ("EDITED", "was changed"),
        };
        Report(code, first + i, Words($"Entry {first + i} {what}."));
    }

    /// <summary>Compares the root with every checkpoint that ends here; returns the largest size whose checkpoint held.</summary>
    private long CheckRoots(Queue<ReadCheckpoint> checkpoints, long good)
    {
        while (checkpoints.TryPeek(out ReadCheckpoint? next) && next.Size == tree.Size)
        {
            checkpoints.Dequeue();
            if (tree.Root().AsSpan().SequenceEqual(next.Root))
            {
                good = next.Size;
            }
            else
            {
                Report("FORKED", good, Words($"The entries up to {next.Size} do not lead to the signed root: something from entry {good} on was rewritten."));
            }
        }

        return good;
    }

    private void Report(string code, long entry, string text)
    {
        if (findings.All(f => f.FirstEntry is null || f.FirstEntry > entry || code != f.Code))
        {
            findings.Add(new LogFinding(code, entry, text));
        }
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
