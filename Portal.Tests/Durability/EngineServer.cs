using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Sqlite;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Workflows;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Durability;

/// <summary>A server that does nothing but pump procedures, on a clock that all servers of a test share and that runs a hundred times too fast, so that a dead server's claims soon expire.</summary>
internal static class EngineServer
{
    public const string Word = "engine-server";

    private const int Branches = 3;

    /// <summary>Ten steps in line and in three branches, of which nine leave a stamp in the log.</summary>
    public static WorkflowDefinition Marathon { get; } = new WorkflowDefinition("Marathon", 1, "Many steps", "organisations", _ => Task.FromResult(default(OrganisationId)))
        .Starts("organisation.joinedCooperative")
        .Does("a", "Stamp A", PracticeProcedure.Stamps("a"))
        .Until("now", "At once", _ => Task.FromResult<DateTimeOffset?>(DateTimeOffset.UnixEpoch))
        .Does("b", "Stamp B", PracticeProcedure.Stamps("b"))
        .Each("lots", "For each lot", step => Task.FromResult<IReadOnlyList<string>>([.. Enumerable.Range(1, Branches).Select(n => $"{step.Subject}/{n}")]), lot => lot
            .Does("c", "Stamp C", step => step.Use<Stamp>().Execute(step.Branch!.Split('/', 2)[1], "c", step.Cancellation))
            .Does("d", "Stamp D", step => step.Use<Stamp>().Execute(step.Branch!.Split('/', 2)[1], "d", step.Cancellation)))
        .Tells("told", "All lots are through", Role.Commissioner, "Look.")
        .Does("z", "Stamp Z", PracticeProcedure.Stamps("z"));

    /// <summary>Every stamp that one instance must leave, once.</summary>
    public static IEnumerable<string> StampsOf(string code) =>
        [Stamp.Urn(code, "a"), Stamp.Urn(code, "b"), .. Enumerable.Range(1, Branches).SelectMany(n => new[] { Stamp.Urn($"{code}/{n}", "c"), Stamp.Urn($"{code}/{n}", "d") }), Stamp.Urn(code, "z")];

    public static async Task<int> Run(string folder, string origin)
    {
        await using ServiceProvider host = Build(folder, new FastClock(new DateTimeOffset(long.Parse(origin, CultureInfo.InvariantCulture), TimeSpan.Zero)));
        KillableServer.SayReady();
        while (true)
        {
            await host.GetRequiredService<WorkflowPump>().RunUntilQuiet();
            await Task.Delay(5);
        }
    }

    public static ServiceProvider Build(string folder, TimeProvider clock)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(clock);
        services.Configure<IdentityOptions>(AccountSchema.Choose);
        services.AddDbContext<PortalDb>(options => SqliteDesign.Use(options, $"Data Source={Path.Combine(folder, "portal.db")}").AddInterceptors(new NoWaitForDisk()));
        services.AddWorkflowEngine(Marathon);
        services.AddScoped<Stamp>();
        services.AddScoped<IOutboxChannel>(_ => new LetterBox(Path.Combine(folder, "letters.txt")));
        return services.BuildServiceProvider();
    }

    /// <summary>A hundred seconds pass in one; every process that knows the origin reads the same.</summary>
    internal sealed class FastClock(DateTimeOffset origin) : TimeProvider
    {
        private const int Haste = 100;

        public override DateTimeOffset GetUtcNow() => origin + ((DateTimeOffset.UtcNow - origin) * Haste);
    }

    /// <summary>Stands outside the database, like a mail server: one line for each delivery.</summary>
    private sealed class LetterBox(string path) : IOutboxChannel
    {
        public string Name => InboxAddress.Channel;

        public Task Deliver(OutboxMessage message, CancellationToken cancellation) => File.AppendAllTextAsync(path, message.Key + "\n", cancellation);
    }
}
