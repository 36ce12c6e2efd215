using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Withdrawing;

/// <summary>An authority takes back a request that nobody needs any more.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/decisions/{id}/withdrawal")]
public sealed class WithdrawRequestController(WithdrawRequest withdraw, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(GateDecisionId id, CancellationToken cancel) => Page(id, new WithdrawRequestForm(), cancel);

    [HttpPost]
    public async Task<IActionResult> Post(GateDecisionId id, WithdrawRequestForm form, CancellationToken cancel)
    {
        GateDecision? withdrawn = null;
        return await Try(
            act: async () => withdrawn = await withdraw.Execute(Actor, id, new Withdrawal(form.Reason!, form.ChildIsSafe), cancel),
            then: () =>
            {
                Tell("The request is withdrawn. Those who were asked to approve, or had approved, are told.");
                return Redirect($"/gate/decisions/{withdrawn!.Id.Value}");
            },
            again: () => Page(id, form, cancel));
    }

    private async Task<IActionResult> Page(GateDecisionId id, WithdrawRequestForm form, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(Actor, id, cancel);
        GateDecision latest = await db.LatestOf(decision, cancel);
        return View("WithdrawRequest", new WithdrawRequestPage(latest, latest.WhatBlocksWithdrawal(), await db.IsNeededNow(latest, clock.GetUtcNow(), cancel), form));
    }
}

/// <summary>The request, what keeps it from being withdrawn, and whether its child needs a place now.</summary>
public sealed record WithdrawRequestPage(GateDecision Decision, IReadOnlyList<Reason> Blocks, bool NeededNow, WithdrawRequestForm Form);

/// <summary>Why the request is withdrawn.</summary>
public sealed record WithdrawRequestForm
{
    [Required(ErrorMessage = "Say why the request is withdrawn"), StringLength(4000)]
    public string? Reason { get; init; }

    [Display(Name = "The child is safe")]
    public bool ChildIsSafe { get; init; }
}
