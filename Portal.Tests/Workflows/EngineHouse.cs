using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Sqlite;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Workflows;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Move(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}

/// <summary>These tests are about order, not about power cuts: the disk is not waited for.</summary>
internal sealed class NoWaitForDisk : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using DbCommand pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous=OFF";
        await pragma.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Hosts of the engine on one database file: each is what one web server has, without the web.</summary>
internal sealed class EngineHouse : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engine").FullName;
    private readonly List<ServiceProvider> hosts = [];
    private readonly WorkflowDefinition[] definitions;

    private EngineHouse(WorkflowDefinition[] definitions) => this.definitions = definitions;

    public MovedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public Delivered Delivered { get; } = new();

    public static async Task<EngineHouse> Open(params WorkflowDefinition[] definitions)
    {
        var house = new EngineHouse(definitions);
        using IServiceScope scope = house.Host().CreateScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return house;
    }

    /// <summary>Starts another server on the same file.</summary>
    public ServiceProvider Host(params IInterceptor[] watchers)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.Configure<IdentityOptions>(AccountSchema.Choose); // The model is kept for the whole process: read without it here, it would lack a table everywhere.
        services.AddSingleton<TimeProvider>(Clock);
        services.Configure<IdentityOptions>(AccountSchema.Choose);
        services.AddDbContext<PortalDb>(options => SqliteDesign.Use(options, $"Data Source={Path.Combine(folder, "portal.db")}").AddInterceptors([new NoWaitForDisk(), .. watchers]));
        services.AddWorkflowEngine(definitions);
        services.AddScoped<Stamp>();
        services.AddScoped<IOutboxChannel>(_ => new InboxStand(Delivered));
        hosts.Add(services.BuildServiceProvider());
        return hosts[^1];
    }

    public async Task Quieten(ServiceProvider? host = null) =>
        await (host ?? hosts[0]).GetRequiredService<WorkflowPump>().RunUntilQuiet(TestContext.Current.CancellationToken);

    public async Task Do(Func<PortalDb, Task> what)
    {
        using IServiceScope scope = hosts[0].CreateScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await what(db);
        await db.Save(Actor.Portal, TestContext.Current.CancellationToken);
    }

    public async Task<T> Ask<T>(Func<PortalDb, Task<T>> question)
    {
        using IServiceScope scope = hosts[0].CreateScope();
        return await question(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>The happening that starts the practice procedure: an organisation joins its co-operative.</summary>
    public Task Begin(string code) => Do(db =>
    {
        var organisation = Organisation.Register(code, code, OrganisationKind.Provider);
        organisation.JoinCooperative(Id.New<OrganisationId>());
        db.Add(organisation);
        return Task.CompletedTask;
    });

    /// <summary>The happening that the practice procedure's tasks wait for, on the organisation or on one of its lots.</summary>
    public Task Verify(string code) => Do(async db =>
    {
        Organisation? organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Code == code);
        if (organisation is null)
        {
            organisation = Organisation.Register(code, code, OrganisationKind.Provider);
            db.Add(organisation);
        }

        organisation.Verify(Clock.GetUtcNow(), "seen");
    });

    public Task<int> Stamps(string code, string step) =>
        Ask(db => db.LogEntries.CountAsync(e => e.Subject == $"home/{Stamp.Urn(code, step)}" && e.Action == "home.occupancyStated"));

    public Task<string[]> Waiting() => Ask(db => db.Bookmarks.Where(b => b.Kind == BookmarkKind.Step).OrderBy(b => b.Branch).Select(b => b.Step).ToArrayAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider host in hosts)
        {
            await host.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The practice use case: each run leaves one happening, so that running twice would show.</summary>
public sealed class Stamp(PortalDb db)
{
    public static string Urn(string code, string step) => $"{code}.{step}"[..Math.Min(10, code.Length + step.Length + 1)];

    public async Task Execute(string code, string step, CancellationToken cancellation)
    {
        ProviderHome? home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == Urn(code, step), cancellation);
        if (home is null)
        {
            home = ProviderHome.Register(Urn(code, step), default, step, "E10000031", ["residential"], 1, Judgement.Good);
            db.Add(home);
        }

        home.StateOccupancy(1);
        await db.Save(Actor.Portal, cancellation);
    }
}

/// <summary>What the stand-in channel has been given.</summary>
internal sealed class Delivered
{
    private readonly List<string> titles = [];

    public int FailNext { get; set; }

    public IReadOnlyList<string> Titles
    {
        get
        {
            lock (titles)
            {
                return [.. titles];
            }
        }
    }

    public void Add(string title)
    {
        lock (titles)
        {
            titles.Add(title);
        }
    }
}

/// <summary>Stands where the inbox stands, and fails when told to.</summary>
internal sealed class InboxStand(Delivered delivered) : IOutboxChannel
{
    public string Name => InboxAddress.Channel;

    public Task Deliver(OutboxMessage message, CancellationToken cancellation)
    {
        if (delivered.FailNext-- > 0)
        {
            throw new IOException("The post office is closed.");
        }

        delivered.Add(message.Title);
        return Task.CompletedTask;
    }
}
