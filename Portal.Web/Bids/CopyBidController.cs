using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Bids.Api;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>The bidder's own copy of a draft before it is sealed: answers and prices as JSON and every file, in one zip.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}/copy")]
public sealed class CopyBidController(PortalDb db, IKeyStore keys, SealedFiles store) : PageController
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [HttpGet]
    public async Task<IActionResult> Download(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        if (await db.FindDraft(Actor.Organisation, wanted.Id, cancel) is not { } draft)
        {
            Tell("There is no draft of this bid any more. The copy of what you submitted is offered on its receipt.");
            return Redirect(BidLinks.Draft(tender, lot));
        }

        BidContent content = draft.Content(keys);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"bid-{tender}-lot-{lot}.zip\"";
        await using ZipArchive zip = await ZipArchive.CreateAsync(Response.BodyWriter.AsStream(), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await using (Stream entry = await zip.CreateEntry("bid.json").OpenAsync(cancel))
        {
            await JsonSerializer.SerializeAsync(entry, BidApiJson.Write(content, wanted.PerHome), Readable, cancel);
        }

        await AddFiles(zip, content, cancel);
        return new EmptyResult();
    }

    private async Task AddFiles(ZipArchive zip, BidContent content, CancellationToken cancel)
    {
        OrganisationId owner = Actor.Organisation;
        IReadOnlyList<UploadId> wanted = content.AllFiles;
        foreach (Upload upload in (await db.Uploads.AsNoTracking().Where(u => u.Organisation == owner && wanted.Contains(u.Id)).ToListAsync(cancel)).Where(u => u.IsComplete && !u.IsSealed))
        {
            await using Stream entry = await zip.CreateEntry($"{upload.Id.Value}/{upload.Name(keys)}").OpenAsync(cancel);
            await store.Read(upload, entry, cancel);
        }
    }
}
