using System.Collections.Concurrent;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Where submissions are stamped: one clock that never goes back, one bid of one bidder at a time, and a barrier that an opening passes only when nothing stamped in time is still pending.</summary>
public sealed class ReceiptDesk(TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenderId, int> pending = [];
    private readonly Dictionary<TenderId, TaskCompletionSource> drained = [];
    private readonly ConcurrentDictionary<(LotId, OrganisationId), SemaphoreSlim> turns = [];
    private readonly SemaphoreSlim box = new(1, 1);
    private DateTimeOffset last;
    private int onTheWay;

    /// <summary>Submissions between their stamp and the box.</summary>
    public int OnTheWay => Volatile.Read(ref onTheWay);

    /// <summary>The instant of receipt, and the promise that an opening waits for what follows; dispose when committed or given up.</summary>
    public Reception Receive(TenderId tender)
    {
        lock (gate)
        {
            DateTimeOffset now = clock.GetUtcNow();
            last = now > last ? now : last;
            pending[tender] = pending.GetValueOrDefault(tender) + 1;
            Interlocked.Increment(ref onTheWay);
            return new Reception(this, tender, last);
        }
    }

    public void Dispose() => box.Dispose();

    /// <summary>Waits until nothing stamped before now is pending for the tender.</summary>
    public Task Drain(TenderId tender)
    {
        lock (gate)
        {
            if (!pending.ContainsKey(tender))
            {
                return Task.CompletedTask;
            }

            drained.TryAdd(tender, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return drained[tender].Task;
        }
    }

    /// <summary>Waits for the bidder's other submissions to this lot to finish.</summary>
    public async Task<IDisposable> Turn(LotId lot, OrganisationId bidder, CancellationToken ct)
    {
        SemaphoreSlim turn = turns.GetOrAdd((lot, bidder), _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        return new Release(turn);
    }

    /// <summary>Waits until nobody else of this server puts a bid into the box, in the order of coming: a queue is faster than many who ask the database again and again.</summary>
    public async Task<IDisposable> BoxTurn()
    {
        await box.WaitAsync();
        return new Release(box);
    }

    private void Leave(TenderId tender)
    {
        TaskCompletionSource? waiting = null;
        lock (gate)
        {
            if (--pending[tender] == 0)
            {
                pending.Remove(tender);
                drained.Remove(tender, out waiting);
            }
        }

        waiting?.SetResult();
    }

    /// <summary>One submission between stamp and commit.</summary>
    public sealed class Reception(ReceiptDesk desk, TenderId tender, DateTimeOffset at) : IDisposable
    {
        private bool arrived;
        private bool left;

        public DateTimeOffset At { get; } = at;

        /// <summary>The bid is in the box, or there was nothing to put in; what remains is the acknowledgement.</summary>
        public void Arrive()
        {
            if (!arrived)
            {
                arrived = true;
                Interlocked.Decrement(ref desk.onTheWay);
            }
        }

        public void Dispose()
        {
            Arrive();
            if (!left)
            {
                left = true;
                desk.Leave(tender);
            }
        }
    }

    private sealed class Release(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
