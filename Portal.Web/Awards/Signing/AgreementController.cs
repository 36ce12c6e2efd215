using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Signing;

/// <summary>One printed agreement: the file, its hash taken anew from what is stored, the signatures under it, and a check of any copy.</summary>
[Authorize(Policies.SignedIn)]
[Route("/tenders/{tenderRef}/agreements/{party:guid}")]
public sealed class AgreementController(PortalDb db) : PageController
{
    private const int MostInForm = 20 * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, OrganisationId party, CancellationToken cancel) => View(await Page(new AwardRef(tenderRef, part), party, null, cancel));

    [HttpGet("file")]
    public async Task<IActionResult> Download(string tenderRef, int part, OrganisationId party, CancellationToken cancel)
    {
        AgreementReading read = await AgreementReading.Load(db, Actor, new AwardRef(tenderRef, part), cancel);
        AgreementDocument document = read.Of(party);
        return File(await Content(read.Tender, document, cancel), document.MediaType, document.FileName);
    }

    /// <summary>Says whether a copy that somebody holds is the document that was signed. The copy is not kept.</summary>
    [HttpPost("check")]
    [RequestSizeLimit(MostInForm)]
    public async Task<IActionResult> Check(string tenderRef, int part, OrganisationId party, IFormFile? copy, CancellationToken cancel)
    {
        if (copy is not { Length: > 0 })
        {
            ModelState.AddModelError("copy", "Choose the file to check.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Agreement", await Page(new AwardRef(tenderRef, part), party, null, cancel));
        }

        using MemoryStream bytes = new();
        await copy.CopyToAsync(bytes, cancel);
        return View("Agreement", await Page(new AwardRef(tenderRef, part), party, AgreementDocument.Hash(bytes.ToArray()), cancel));
    }

    private async Task<AgreementPage> Page(AwardRef which, OrganisationId party, string? copy, CancellationToken cancel)
    {
        AgreementReading read = await AgreementReading.Load(db, Actor, which, cancel);
        AgreementDocument document = read.Of(party);
        string stored = AgreementDocument.Hash(await Content(read.Tender, document, cancel));
        return new AgreementPage(read.Tender, read.Award, document, stored, read.IsBuyer) { Copy = copy };
    }

    private Task<byte[]> Content(Tender tender, AgreementDocument document, CancellationToken cancel) =>
        db.AgreementFiles.AsNoTracking().Where(f => f.Tender == tender.Id && f.Sha256 == document.Sha256).Select(f => f.Content).SingleAsync(cancel);
}

/// <summary>The page.</summary>
/// <param name="Stored">The hash of the stored bytes, taken while the page was made.</param>
public sealed record AgreementPage(Tender Tender, Award Award, AgreementDocument Document, string Stored, bool IsBuyer)
{
    /// <summary>The hash of a copy that was checked; null when none was.</summary>
    public string? Copy { get; init; }

    public bool Holds => Stored == Document.Sha256;

    public string Supplier => Award.Winners.First(w => w.Bidder == Document.Party).BidderName;

    public IEnumerable<ContractSignature> Signatures => Award.Signatures.Where(s => s.Party == Document.Party || s.Party == Tender.Buyer);
}
