using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Web.Organisations.Library;

/// <summary>Downloads one version of a document, for its owner and for buyers that it is shared with; a buyer's look is written to the read log.</summary>
[Authorize(Policies.SignedIn)]
[Route("/organisations/evidence/{id:guid}/versions/{number:int}")]
public sealed class EvidenceFilesController(PortalDb db, IKeyStore keys, SealedFiles store, ScanBeforeReading scan, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Download(EvidenceDocumentId id, int number, CancellationToken cancel)
    {
        EvidenceDocument document = await db.EvidenceDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new NotFound("That document");
        bool own = document.Owner == Actor.Organisation && Actor.Is(Role.ProviderBidder);
        if (!own && !document.IsSharedWith(Actor.Organisation))
        {
            throw new NotFound("That document");
        }

        EvidenceVersion version = document.Versions.FirstOrDefault(v => v.Number == number) ?? throw new NotFound("That version");
        Upload upload = await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == version.File, cancel);
        await scan.Execute(upload.Scan, upload.Organisation, store.KeysOf(upload), cancel);
        if (!own)
        {
            db.Note(Actor, "evidence.read", $"evidence/{id.Value}", new { version = number }, clock.GetUtcNow());
            await db.Save(Actor, cancel);
        }

        Untrusted.Announce(Response, upload.Name(keys), upload.Type, upload.Length);
        await store.Read(upload, Response.Body, cancel);
        return new EmptyResult();
    }
}
