using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Db.Sqlite;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Bench;

/// <summary>A resume (load, delete the bookmark, run the step, write the next, one commit) against one bare row committed on the same file. Aim: at most three.</summary>
internal static class EngineBench
{
    private const int Steps = 40;

    public static async Task Run(Scale scale)
    {
        string folder = Directory.CreateTempSubdirectory("bench-engine-").FullName;
        Counting counting = new();
        await using ServiceProvider host = Host(folder, counting);
        await Begin(host, instances: scale == Scale.Small ? 8 : 120);
        using BareDatabase bare = new(folder);
        await host.GetRequiredService<WorkflowPump>().RunOnce();
        // Until the compiler has seen the path often enough, it is the compiler that is measured.
        await Resume(host, scale == Scale.Small ? 20 : 2_000);
        counting.Take();
        int batch = scale == Scale.Small ? 20 : 100;
        await Pairs.Compare(
            $"{batch} resumes",
            scale == Scale.Small ? 3 : 11,
            () => Repeat(batch, bare.CommitOneRow),
            () => Resume(host, batch),
            "≤ 3.00");
        (int statements, int commits) = counting.Take();
        int resumed = (scale == Scale.Small ? 4 : 12) * batch;
        Pairs.Say($"per resume: {(double)statements / resumed:0.0} statements, {(double)commits / resumed:0.00} commits");
        Directory.Delete(folder, recursive: true);
    }

    private static Task Repeat(int times, Action act)
    {
        for (int i = 0; i < times; i++)
        {
            act();
        }

        return Task.CompletedTask;
    }

    private static async Task Resume(ServiceProvider host, int times)
    {
        Guid[] waiting;
        await using (AsyncServiceScope scope = host.CreateAsyncScope())
        {
            waiting = await scope.ServiceProvider.GetRequiredService<PortalDb>().Bookmarks.OrderBy(b => b.Id).Select(b => b.Id).Take(times).ToArrayAsync();
        }

        for (int done = 0; done < times;)
        {
            foreach (Guid bookmark in waiting.Take(times - done))
            {
                await using AsyncServiceScope scope = host.CreateAsyncScope();
                done += await scope.ServiceProvider.GetRequiredService<ResumeBookmark>().Execute(bookmark) ? 1 : 0;
            }

            await using AsyncServiceScope again = host.CreateAsyncScope();
            waiting = await again.ServiceProvider.GetRequiredService<PortalDb>().Bookmarks.OrderBy(b => b.Id).Select(b => b.Id).Take(times).ToArrayAsync();
        }
    }

    private static ServiceProvider Host(string folder, Counting counting)
    {
        WorkflowDefinition chain = new WorkflowDefinition("Chain", 1, "Steps", "organisations", _ => Task.FromResult(default(OrganisationId))).Starts("organisation.joinedCooperative");
        for (int i = 0; i < Steps; i++)
        {
            chain.Does($"s{i}", $"Step {i}", _ => Task.CompletedTask);
        }

        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.Configure<IdentityOptions>(AccountSchema.Choose);
        services.AddDbContext<PortalDb>(options => SqliteDesign.Use(options, $"Data Source={Path.Combine(folder, "portal.db")}").AddInterceptors(counting));
        services.AddWorkflowEngine(chain);
        return services.BuildServiceProvider();
    }

    private static async Task Begin(ServiceProvider host, int instances)
    {
        await using AsyncServiceScope scope = host.CreateAsyncScope();
        PortalDb db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await db.Database.EnsureCreatedAsync();
        for (int i = 0; i < instances; i++)
        {
            Organisation organisation = Organisation.Register($"B{i}", $"B{i}", OrganisationKind.Provider);
            organisation.JoinCooperative(Id.New<OrganisationId>());
            db.Add(organisation);
        }

        await db.Save(Actor.Portal);
        await scope.ServiceProvider.GetRequiredService<Relay>().Execute();
    }
}
