using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Signing;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>The supplier's side of a direct award: what it is awarded, what comes before the signatures, and its own signature.</summary>
[Authorize(Policies.Providers)]
[Route("/direct-awards/{tenderRef}/agreement")]
public sealed class DirectAgreementController(PortalDb db, SignAsSupplier sign, SignatureDesk desk, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Page(tenderRef, new AwardForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, AwardForm form, CancellationToken cancel) => Try(
        act: async () => await sign.Execute(Actor, tenderRef, await desk.Take(User, form), cancel),
        then: () =>
        {
            Tell("You have signed. The authority signs last; you will get a message.");
            return Redirect(DirectAwardLinks.Agreement(tenderRef));
        },
        again: async () => View(await Page(tenderRef, form, cancel)));

    // Nobody but the supplier learns of it here, and the supplier not before the decision.
    private async Task<DirectAgreementPage> Page(string tenderRef, AwardForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToSign(tenderRef, cancel);
        Award? award = tender.IsDirect ? await db.AwardOf(tender.Id, cancel) : null;
        if (award is not { Decision: not null } || !award.WinningBidders.Contains(Actor.Organisation))
        {
            throw new NotFound($"The agreement of {tenderRef}");
        }

        bool signed = award.HasSigned(Actor.Organisation);
        return new DirectAgreementPage(tender, award, signed, signed ? [] : award.WhatBlocksSupplier(tender, Actor.Organisation, clock.GetUtcNow()), ToSign.ForSupplier(tenderRef, award, Actor.Organisation, DirectAwardLinks.Agreement(tenderRef), form));
    }
}

/// <summary>The page.</summary>
public sealed record DirectAgreementPage(Tender Tender, Award Award, bool HasSigned, IReadOnlyList<Reason> Blocks, ToSign ToSign);
