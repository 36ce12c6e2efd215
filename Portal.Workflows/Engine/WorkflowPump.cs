using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Outbox;

namespace Portal.Workflows.Engine;

/// <summary>Moves everything that can move now: relays happenings, resumes due bookmarks, delivers the outbox. Any number of pumps may run on one database.</summary>
public sealed class WorkflowPump(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkflowPump> log)
{
    private const int Batch = 50;

    /// <summary>One round; returns how many rows it dealt with.</summary>
    public async Task<int> RunOnce(CancellationToken cancellation = default) =>
        await RelayBatch(cancellation) + await ResumeDue(cancellation) + await DeliverDue(cancellation);

    /// <summary>Rounds until nothing more can move at the present moment.</summary>
    public async Task RunUntilQuiet(CancellationToken cancellation = default)
    {
        while (await RunOnce(cancellation) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> RelayBatch(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Relay>().Execute(cancellation);
        }
        catch (StaleVersion)
        {
            return 1;
        }
    }

    private async Task<int> ResumeDue(CancellationToken cancellation)
    {
        List<Guid> claimed = await ClaimBookmarks(cancellation);
        foreach (Guid bookmark in claimed)
        {
            await Resume(bookmark, cancellation);
        }

        return claimed.Count;
    }

    // The lease only spares work: two pumps that hold the same bookmark still cannot both delete its row.
    private async Task<List<Guid>> ClaimBookmarks(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset until = now + Lease.Length;
        Guid lease = Guid.NewGuid();
        int claimed = await db.Bookmarks
            .Where(b => b.WakeAt <= now && !b.Poisoned && (b.LeasedUntil == null || b.LeasedUntil < now))
            .OrderBy(b => b.WakeAt).ThenBy(b => b.Id).Take(Batch)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Lease, lease).SetProperty(b => b.LeasedUntil, until), cancellation);
        return claimed == 0 ? [] : await db.Bookmarks.Where(b => b.Lease == lease).OrderBy(b => b.WakeAt).ThenBy(b => b.Id).Select(b => b.Id).ToListAsync(cancellation);
    }

    private async Task Resume(Guid bookmark, CancellationToken cancellation)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ResumeBookmark>().Execute(bookmark, cancellation);
        }
        catch (StaleVersion)
        {
            await Free(bookmark, cancellation);
        }
        catch (RuleBroken refused) when (refused.Reasons.All(r => r.Code == "WRONG_STAGE"))
        {
            await PassRefused(bookmark, refused.Message, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Workflow bookmark {Bookmark} failed", bookmark);
            await Fail(bookmark, failure.Message, cancellation);
        }
    }

    private async Task PassRefused(Guid bookmark, string why, CancellationToken cancellation)
    {
        try
        {
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ResumeBookmark>().PassRefused(bookmark, why, cancellation);
        }
        catch (StaleVersion)
        {
            await Free(bookmark, cancellation);
        }
    }

    private async Task Free(Guid bookmark, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Bookmarks.Where(b => b.Id == bookmark)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Lease, (Guid?)null).SetProperty(b => b.LeasedUntil, (DateTimeOffset?)null), cancellation);
    }

    private async Task Fail(Guid bookmark, string error, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Bookmarks.SingleOrDefaultAsync(b => b.Id == bookmark, cancellation) is { } failed)
        {
            failed.Fail(error, clock.GetUtcNow());
            await db.Save(Actor.Portal, cancellation);
        }
    }

    private async Task<int> DeliverDue(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutboxPump>().RunOnce(cancellation);
    }
}
