using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain;

/// <summary>The portal's database. Rooms add their tables through their mapping classes and name them in extension properties; every save writes what happened to the log in the same transaction.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options, TimeProvider clock) : IdentityUserContext<Account, Guid>(options)
{
    private Actor acting = Actor.Portal;

    /// <summary>The portal's clock.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The transactions begun while this is set may be committed without waiting for the disk, because the use case numbers their log entries before it answers, and that commit waits for both.</summary>
    public bool CommitsWithTheLog { get; set; }

    /// <summary>Writes the change and its happenings in one transaction, in the actor's name. Raises <see cref="StaleVersion"/> when somebody else changed the same thing meanwhile.</summary>
    public async Task Save(Actor actor, CancellationToken cancellation = default)
    {
        acting = actor;
        try
        {
            await SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException raced)
        {
            throw new StaleVersion(raced);
        }
        finally
        {
            acting = Actor.Portal;
        }
    }

    /// <summary>Keeps one connection for what is asked until the answer is disposed; otherwise every question opens one, which tells it the portal's settings anew.</summary>
    public async Task<IAsyncDisposable> KeepOpen(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        return new Opened(this);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        LogWriter.Write(this, acting, clock.GetUtcNow());
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        LogWriter.Write(this, acting, clock.GetUtcNow());
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AccountSchema.MustBeIn(builder.Model);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
        PortalConventions.Apply(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        PortalConventions.Apply(configurationBuilder, Database.ProviderName ?? string.Empty);

    private sealed class Opened(PortalDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }
}
