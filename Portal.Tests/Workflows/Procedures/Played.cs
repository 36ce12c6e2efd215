using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>What tests ask of procedures that are played in the whole portal.</summary>
internal static class Played
{
    public static Task Pump(this PortalApp app) => app.With(services => services.GetRequiredService<WorkflowPump>().RunUntilQuiet(TestContext.Current.CancellationToken));

    /// <summary>Moves the clock and lets everything due happen.</summary>
    public static Task PumpAt(this PortalApp app, DateTimeOffset at)
    {
        app.Clock.MoveTo(at);
        return app.Pump();
    }

    /// <summary>The steps at which the newest instance of a procedure on this subject waits, branches included, in order.</summary>
    public static Task<string[]> WaitsAt(this PortalApp app, string definition, string subject) => app.WithDb(async db =>
    {
        Guid instance = await db.WorkflowInstances.Where(i => i.Definition == definition && i.Subject == subject).OrderByDescending(i => i.SinceRow).Select(i => i.Id).FirstAsync();
        return await db.Bookmarks.Where(b => b.Instance == instance && b.Kind == BookmarkKind.Step).OrderBy(b => b.Step).Select(b => b.Step).ToArrayAsync();
    });

    public static Task<InstanceState> StateOf(this PortalApp app, string definition, string subject) =>
        app.WithDb(db => db.WorkflowInstances.Where(i => i.Definition == definition && i.Subject == subject).OrderByDescending(i => i.SinceRow).Select(i => i.State).FirstAsync());

    /// <summary>How a step was last passed; null when it was not.</summary>
    public static Task<StepOutcome?> PassedBy(this PortalApp app, string definition, string subject, string step) => app.WithDb(db =>
        (from r in db.StepRecords join i in db.WorkflowInstances on r.Instance equals i.Id where i.Definition == definition && i.Subject == subject && r.Step == step orderby r.At descending select (StepOutcome?)r.Outcome).FirstOrDefaultAsync());

    public static Task<int> MessagesTo(this PortalApp app, OrganisationId organisation, Role role, string subject) =>
        app.WithDb(db => db.Messages.CountAsync(m => m.Organisation == organisation && m.Role == role && m.Subject.Contains(subject)));

    /// <summary>Nothing failed on the way.</summary>
    public static async Task NothingFailed(this PortalApp app) =>
        Assert.Empty(await app.WithDb(db => db.Bookmarks.Where(b => b.LastError != null).Select(b => b.Step + ": " + b.LastError).ToListAsync()));
}
