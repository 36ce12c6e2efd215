using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Outbox;

/// <summary>Delivers what is due from the outbox: at least once, later and later after failures, and then on the list that an operator sees.</summary>
public sealed class OutboxPump(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxPump> log)
{
    private const int Batch = 50;

    public async Task<int> RunOnce(CancellationToken cancellation = default)
    {
        List<Guid> claimed = await Claim(cancellation);
        foreach (Guid message in claimed)
        {
            try
            {
                await Deliver(message, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning(failure, "Outbox message {Message} was not delivered", message);
                await Fail(message, failure.Message, cancellation);
            }
        }

        return claimed.Count;
    }

    private async Task<List<Guid>> Claim(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset until = now + Lease.Length;
        Guid lease = Guid.NewGuid();
        int claimed = await db.OutboxMessages
            .Where(m => m.DueAt <= now && (m.LeasedUntil == null || m.LeasedUntil < now))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(Batch)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Lease, lease).SetProperty(m => m.LeasedUntil, until), cancellation);
        return claimed == 0 ? [] : await db.OutboxMessages.Where(m => m.Lease == lease).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellation);
    }

    // Marked first, saved last: a channel that only writes to this database commits the mark with its own rows.
    private async Task Deliver(Guid id, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        OutboxMessage message = await db.OutboxMessages.SingleAsync(m => m.Id == id, cancellation);
        IOutboxChannel channel = scope.ServiceProvider.GetServices<IOutboxChannel>().FirstOrDefault(c => c.Name == message.Channel)
            ?? throw new InvalidOperationException($"No channel {message.Channel} is known here.");
        message.Delivered(clock.GetUtcNow());
        await channel.Deliver(message, cancellation);
        if (db.ChangeTracker.HasChanges())
        {
            await db.Save(Actor.Portal, cancellation);
        }
    }

    private async Task Fail(Guid id, string error, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        OutboxMessage message = await db.OutboxMessages.SingleAsync(m => m.Id == id, cancellation);
        if (message.DeliveredAt is null)
        {
            message.Failed(error, clock.GetUtcNow());
            await db.Save(Actor.Portal, cancellation);
        }
    }
}
