using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Workflows.Pictures;

/// <summary>How far a step of a procedure is.</summary>
public enum StepMark
{
    Done,
    Waiting,
    Skipped,
    ToCome,
}

/// <summary>One line of a procedure's text list.</summary>
/// <param name="Id">The step's id, which is also the id of its shape in the picture.</param>
/// <param name="Who">The role that acts, or the portal.</param>
/// <param name="At">When it was done, or when it is due.</param>
public sealed record ProcedureLine(string Id, string Name, string Who, StepMark Mark, DateTimeOffset? At);

/// <summary>A procedure as a text list with what is done and what waits, for one subject.</summary>
public sealed record ProcedureList(WorkflowDefinition Definition, WorkflowInstance? Instance, IReadOnlyList<ProcedureLine> Lines)
{
    public static async Task<ProcedureList> Of(PortalDb db, ProcedureShelf shelf, string name, string subject, CancellationToken cancellation)
    {
        WorkflowInstance? instance = await db.WorkflowInstances.AsNoTracking().Where(i => i.Definition == name && i.Subject == subject)
            .OrderByDescending(i => i.SinceRow).FirstOrDefaultAsync(cancellation);
        WorkflowDefinition definition = (instance is null ? null : shelf.Find(name, instance.DefinitionVersion)) ?? shelf.Newest(name);
        List<StepRecord> records = instance is null ? [] : await db.StepRecords.AsNoTracking().Where(r => r.Instance == instance.Id).ToListAsync(cancellation);
        List<Bookmark> waiting = instance is null ? [] : await db.Bookmarks.AsNoTracking().Where(b => b.Instance == instance.Id && b.Kind == BookmarkKind.Step).ToListAsync(cancellation);
        return new ProcedureList(definition, instance, [.. definition.All().Select(step => Line(step, records, waiting))]);
    }

    private static ProcedureLine Line(Step step, List<StepRecord> records, List<Bookmark> waiting)
    {
        if (waiting.Find(b => b.Step == step.Id) is { } bookmark)
        {
            return new ProcedureLine(step.Id, Said(step), Who(step), StepMark.Waiting, bookmark.DueAt);
        }

        StepRecord? record = records.Where(r => r.Step == step.Id).MaxBy(r => r.At);
        StepMark mark = record switch { null => StepMark.ToCome, { Outcome: StepOutcome.Skipped } => StepMark.Skipped, _ => StepMark.Done };
        return new ProcedureLine(step.Id, Said(step), Who(step), mark, record?.At);
    }

    private static string Said(Step step) => step is Tell tell ? (tell with { Name = $"Tell the {Roles.Name(tell.To)}: {tell.Name}" }).Spoken : step.Spoken;

    private static string Who(Step step) => step switch
    {
        Wait { By: { } role } => Roles.Name(role),
        _ => "the portal",
    };
}
