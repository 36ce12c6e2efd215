using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Deciding;
using Portal.Web.Awards;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Deciding;

/// <summary>Records the authority's own decision to award.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/approval-to-award")]
public sealed class RecordAwardApprovalController(PortalDb db, RecordAwardApproval record, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, GoverningForm.Of(tender.AwardApproval)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, GoverningForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, tenderRef, form.ToAward(), cancel),
        then: () =>
        {
            Tell("The approval to award is recorded.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), form)));

    private GoverningPage Page(Tender tender, GoverningForm form) =>
        new(tender.Ref, tender.Title, tender.NetValue, [.. tender.WhatBlocksSignature(clock.GetUtcNow())], form);
}
