using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Awards.Signing;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The commissioner records that a winner signed on paper.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/signatures/{partyId}")]
public sealed class RecordPaperSignatureController(PortalDb db, RecordPaperSignature record) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, OrganisationId partyId, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), partyId, new AwardForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, OrganisationId partyId, AwardForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, new AwardRef(tenderRef, part), partyId, SignatureDesk.OnPaper(form), cancel),
        then: () =>
        {
            Tell("The signature is recorded.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Read(new AwardRef(tenderRef, part), partyId, form, cancel)));

    private async Task<PaperSignaturePage> Read(AwardRef which, OrganisationId party, AwardForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, which.Tender, cancel);
        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        string name = award.Winners.FirstOrDefault(w => w.Bidder == party)?.BidderName ?? throw new NotFound("That supplier");
        return new PaperSignaturePage(which, tender.Title, name, AgreementLinks.Of(which, party), award.DocumentOf(party)?.Sha256 ?? "", form);
    }
}

/// <summary>The page.</summary>
public sealed record PaperSignaturePage(AwardRef Ref, string Title, string Supplier, string Document, string Sha256, AwardForm Form);
