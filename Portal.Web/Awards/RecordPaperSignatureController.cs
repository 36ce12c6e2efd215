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
    public async Task<IActionResult> Show(string tenderRef, OrganisationId partyId, CancellationToken cancel) => View(await Read(tenderRef, partyId, new AwardForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, OrganisationId partyId, AwardForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, tenderRef, partyId, SignatureDesk.OnPaper(form), cancel),
        then: () =>
        {
            Tell("The signature is recorded.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(await Read(tenderRef, partyId, form, cancel)));

    private async Task<PaperSignaturePage> Read(string tenderRef, OrganisationId party, AwardForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        Award award = await db.AwardOf(tender.Id, cancel) ?? throw new NotFound("That award");
        string name = award.Winners.FirstOrDefault(w => w.Bidder == party)?.BidderName ?? throw new NotFound("That supplier");
        return new PaperSignaturePage(tender.Ref, tender.Title, name, AgreementLinks.Of(tender.Ref, party), award.DocumentOf(party)?.Sha256 ?? "", form);
    }
}

/// <summary>The page.</summary>
public sealed record PaperSignaturePage(string Ref, string Title, string Supplier, string Document, string Sha256, AwardForm Form);
