using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Pictures;

namespace Portal.Web.Workflows;

/// <summary>One procedure: its steps, and stopping it with a reason.</summary>
[Authorize(Policies.PortalOperators)]
[Route("/workflows/{id:guid}")]
public sealed class InstanceController(PortalDb db, ProcedureShelf shelf, CancelWorkflow stop) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(Guid id, CancellationToken cancel) => Page(id, new ReasonForm(), cancel);

    [HttpPost("cancel")]
    public Task<IActionResult> Cancel(Guid id, ReasonForm form, CancellationToken cancel) => Try(
        act: () => stop.Execute(Actor, id, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The procedure is stopped. The tender itself is not changed.");
            return Redirect($"/workflows/{id}");
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(Guid id, ReasonForm form, CancellationToken cancel)
    {
        WorkflowInstance instance = await db.WorkflowInstances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new NotFound("The procedure");
        List<Bookmark> waiting = await db.Bookmarks.AsNoTracking().Where(b => b.Instance == id && b.Kind == BookmarkKind.Step).OrderBy(b => b.Since).ToListAsync(cancel);
        WorkflowDefinition? definition = shelf.Find(instance.Definition, instance.DefinitionVersion);
        ProcedureList list = await ProcedureList.Of(db, shelf, instance.Definition, instance.Subject, cancel);
        return View(new InstancePage(instance, list, [.. waiting.Select(b => WaitingStep.Of(b, definition))], form));
    }
}

/// <summary>The page of one procedure.</summary>
public sealed record InstancePage(WorkflowInstance Instance, ProcedureList List, IReadOnlyList<WaitingStep> Waiting, ReasonForm Form);

/// <summary>Why an operator does something by hand; kept in the log.</summary>
public sealed record ReasonForm
{
    [Required(ErrorMessage = "Say why; the reason is kept in the log")]
    [MaxLength(1000, ErrorMessage = "The reason must be 1,000 characters or fewer")]
    public string? Reason { get; init; }
}
