using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Recording;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Appeals;

/// <summary>An authority appeals against a decision that stops a placement.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/decisions/{id}/appeal")]
public sealed class LodgeAppealController(LodgeAppeal lodge, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(GateDecisionId id, CancellationToken cancel) => Page(id, new LodgeAppealForm(), cancel);

    [HttpPost]
    public async Task<IActionResult> Post(GateDecisionId id, LodgeAppealForm form, CancellationToken cancel)
    {
        Appeal? appeal = null;
        return await Try(
            act: async () => appeal = await lodge.Execute(Actor, id, form.Grounds!, cancel),
            then: () =>
            {
                Tell("Your appeal is with the co-operative’s duty panel.");
                return Redirect($"/gate/appeals/{appeal!.Id.Value}");
            },
            again: () => Page(id, form, cancel));
    }

    private async Task<IActionResult> Page(GateDecisionId id, LodgeAppealForm form, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(Actor, id, cancel);
        return View("LodgeAppeal", new LodgeAppealPage(decision, Appeal.WhatBlocks(decision).Count > 0 ? Appeal.WhatBlocks(decision)[0].Text : null, form));
    }
}

/// <summary>The decision and the form.</summary>
public sealed record LodgeAppealPage(GateDecision Decision, string? Blocked, LodgeAppealForm Form);

/// <summary>Why the panel should think otherwise.</summary>
public sealed record LodgeAppealForm
{
    [Required(ErrorMessage = "Say why this child needs this place"), StringLength(4000)]
    public string? Grounds { get; init; }
}
