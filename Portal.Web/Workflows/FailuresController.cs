using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Web.Furniture;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Outbox;

namespace Portal.Web.Workflows;

/// <summary>The list of steps and messages that failed for good, to be tried again or given up with a reason.</summary>
[Authorize(Policies.PortalOperators)]
[Route("/workflows/failures")]
public sealed class FailuresController(PortalDb db, RetryBookmark retry, SettleMessage settle) : PageController
{
    private const int Shown = 200;

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(new ReasonForm(), cancel);

    [HttpPost("steps/{id:guid}")]
    public Task<IActionResult> RetryStep(Guid id, ReasonForm form, CancellationToken cancel) =>
        Settle(() => retry.Execute(Actor, id, form.Reason ?? "", cancel), "The step is tried again within seconds.", form, cancel);

    [HttpPost("messages/{id:guid}")]
    public Task<IActionResult> RetryMessage(Guid id, ReasonForm form, CancellationToken cancel) =>
        Settle(() => settle.Execute(Actor, id, drop: false, form.Reason ?? "", cancel), "The message is sent again within seconds.", form, cancel);

    [HttpPost("messages/{id:guid}/drop")]
    public Task<IActionResult> DropMessage(Guid id, ReasonForm form, CancellationToken cancel) =>
        Settle(() => settle.Execute(Actor, id, drop: true, form.Reason ?? "", cancel), "The message is given up.", form, cancel);

    private Task<IActionResult> Settle(Func<Task> act, string told, ReasonForm form, CancellationToken cancel) => Try(
        act,
        then: () =>
        {
            Tell(told);
            return Redirect("/workflows/failures");
        },
        again: () => Page(form, cancel));

    private async Task<IActionResult> Page(ReasonForm form, CancellationToken cancel)
    {
        List<FailedStep> steps = await (from b in db.Bookmarks
                                        join i in db.WorkflowInstances on b.Instance equals i.Id
                                        where b.Poisoned
                                        orderby b.Since
                                        select new FailedStep(b.Id, i.Id, i.Subject, b.Step, b.LastError ?? "", b.Since)).Take(Shown).ToListAsync(cancel);
        List<OutboxMessage> messages = await db.OutboxMessages.AsNoTracking().Where(m => m.Poisoned).OrderBy(m => m.CreatedAt).Take(Shown).ToListAsync(cancel);
        return View(new FailuresPage(steps, messages, form));
    }
}

/// <summary>The page of failures.</summary>
public sealed record FailuresPage(IReadOnlyList<FailedStep> Steps, IReadOnlyList<OutboxMessage> Messages, ReasonForm Form);

/// <summary>A step that has failed for good.</summary>
public sealed record FailedStep(Guid Bookmark, Guid Instance, string Subject, string Step, string Error, DateTimeOffset Since);
