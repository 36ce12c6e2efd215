using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Deciding;
using Portal.Web.Awards;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Deciding;

/// <summary>Records the authority's own decision to award: all lots together, or some apart from the others.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/approval-to-award")]
public sealed class RecordAwardApprovalController(PortalDb db, RecordAwardApproval record, ApproveLotsApart apart, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(await Page(new AwardRef(tenderRef, part), null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, GoverningForm form, CancellationToken cancel) => Try(
        act: () => part == 0 ? record.Execute(Actor, tenderRef, form.ToAward(), cancel) : apart.Execute(Actor, new AwardRef(tenderRef, part), form.ToAward(), cancel),
        then: () =>
        {
            Tell("The approval to award is recorded.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Page(new AwardRef(tenderRef, part), form, cancel)));

    private async Task<AwardApprovalPage> Page(AwardRef which, GoverningForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, which.Tender, cancel);
        if (which.Part == 0)
        {
            return new AwardApprovalPage(which, null, new GoverningPage(tender.Ref, tender.Title, tender.WorthOfPart(0), [.. tender.WhatBlocksSignature(clock.GetUtcNow())], form ?? GoverningForm.Of(tender.AwardApproval)));
        }

        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        return new AwardApprovalPage(which, tender.PartInWords(which.Part), new GoverningPage(tender.Ref, tender.Title, tender.WorthOfPart(which.Part), [.. award.ApprovalLeft(tender, clock.GetUtcNow())], form ?? GoverningForm.Of(award.ApprovalIn(tender))) { What = tender.PartInWords(which.Part) });
    }
}

/// <summary>The page.</summary>
/// <param name="Lots">The lots that are awarded apart; null of an award of all lots together.</param>
public sealed record AwardApprovalPage(AwardRef Place, string? Lots, GoverningPage Decision)
{
    /// <summary>As the fields are named.</summary>
    public GoverningForm Form => Decision.Form;
}
