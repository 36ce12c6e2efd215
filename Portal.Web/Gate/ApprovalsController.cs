using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Recording;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>The approvals queue of directors, heads of service, finance, legal, quality leads and the co-operative's commissioner.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/approvals")]
public sealed class ApprovalsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(cancel);

    [HttpPost("{id}/confirmation")]
    public Task<IActionResult> Confirm([FromServices] ConfirmTelephoneApproval confirm, GivenApprovalId id, CancellationToken cancel) => Try(
        act: () => confirm.Execute(Actor, id, cancel),
        then: () =>
        {
            Tell("Your telephone approval is confirmed.");
            return Redirect("/gate/approvals");
        },
        again: () => Page(cancel));

    private async Task<IActionResult> Page(CancellationToken cancel) =>
        View("Approvals", new ApprovalsPage(await ApprovalQueue.Of(db, Actor, clock.GetUtcNow(), cancel), await ApprovalQueue.ToConfirm(db, Actor, cancel)));
}

/// <summary>What waits for this person.</summary>
public sealed record ApprovalsPage(IReadOnlyList<WaitingDecision> Waiting, IReadOnlyList<GivenApproval> ToConfirm);
