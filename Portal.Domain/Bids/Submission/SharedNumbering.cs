using System.Diagnostics;
using Portal.Domain.Audit.Sequencing;

namespace Portal.Domain.Bids.Submission;

/// <summary>Group commit: submissions that were put into the box at about the same time share one numbering of the log, the only commit of theirs that waits for the disk. None is acknowledged before it. Who comes alone waits for nobody.</summary>
public sealed class SharedNumbering(LogSequencer sequencer, ReceiptDesk desk)
{
    /// <summary>How long the first of a group waits for others that are being sealed at that moment.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private const int Enough = 64;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    private readonly Lock gate = new();
    private Group? open;

    /// <summary>Returns when everything that the caller has committed is numbered and on the disk.</summary>
    public Task Join()
    {
        lock (gate)
        {
            open ??= new Group(Number);
            open.Joined++;
            return open.Numbered;
        }
    }

    private async Task Number(Group group)
    {
        long began = Stopwatch.GetTimestamp();
        while (desk.OnTheWay > 0 && group.Joined < Enough && Stopwatch.GetElapsedTime(began) < Longest)
        {
            await Task.Delay(Look);
        }

        using IDisposable turn = await desk.BoxTurn();
        lock (gate)
        {
            open = null; // who joins from here on waits for the next
        }

        await sequencer.NumberPending(CancellationToken.None);
    }

    private sealed class Group
    {
        private volatile int joined;

        public Group(Func<Group, Task> number) => Numbered = Task.Run(() => number(this));

        public Task Numbered { get; }

        public int Joined
        {
            get => joined;
            set => joined = value;
        }
    }
}
