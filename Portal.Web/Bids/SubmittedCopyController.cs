using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Bids.Api;
using Portal.Web.Furniture;
using Portal.Web.Printing;

namespace Portal.Web.Bids;

/// <summary>The bidder's own copy after the submission, for the browser that submitted: a zip with the bytes that were sealed and every file, and a PDF.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}/receipt")]
public sealed class SubmittedCopyController(PortalDb db, SealedFiles store) : PageController
{
    private const string HowTo = """
        This is your own copy of the bid. The portal cannot read the sealed one.
        SHA-256 of manifest.json is "manifestSha256" on your receipt.
        SHA-256 of qualification.envelope, quality.envelope and price.envelope are "qualification", "quality" and "price" in manifest.json; each begins with 32 random bytes, so that nobody can guess a price from its hash.
        The files' SHA-256 stand in manifest.json and on the receipt. Keep this copy secret until the opening: it holds your prices.
        """;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    [HttpGet("copy.pdf")]
    public async Task<IActionResult> AsPdf(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted, SealedBid bid, BidCopy copy) = await Load(tender, lot, cancel);
        return new PdfResult("/Bids/BidCopyLetter.cshtml", new BidCopyPage(found.Title, found.Ref, wanted, bid, copy), $"bid-{tender}-lot-{lot}.pdf");
    }

    [HttpGet("copy.zip")]
    public async Task<IActionResult> AsZip(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot wanted, SealedBid bid, BidCopy copy) = await Load(tender, lot, cancel);
        // ZipArchive finishes an entry with a synchronous write even when it is used asynchronously.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"bid-{tender}-lot-{lot}.zip\"";
        await using ZipArchive zip = await ZipArchive.CreateAsync(Response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, cancel);
        await Add(zip, "READ-ME.txt", Encoding.UTF8.GetBytes(HowTo), cancel);
        await Add(zip, "manifest.json", copy.Manifest, cancel);
        await Add(zip, "qualification.envelope", copy.Qualification, cancel);
        await Add(zip, "quality.envelope", copy.Quality, cancel);
        await Add(zip, "price.envelope", copy.Price, cancel);
        await Add(zip, "bid.json", JsonSerializer.SerializeToUtf8Bytes(BidApiJson.Write(copy.Content(), wanted.PerHome), Readable), cancel);
        foreach (CopiedFile file in copy.Files.Where(f => f.Keys.Count > 0))
        {
            await using Stream entry = await zip.CreateEntry($"files/{file.Upload}/{file.Name}").OpenAsync(cancel);
            await store.Read(bid.Bidder, file.Keys, entry, cancel);
        }

        return new EmptyResult();
    }

    private static async Task Add(ZipArchive zip, string name, byte[] content, CancellationToken cancel)
    {
        await using Stream entry = await zip.CreateEntry(name).OpenAsync(cancel);
        await entry.WriteAsync(content, cancel);
    }

    private async Task<(Tender Tender, Lot Lot, SealedBid Bid, BidCopy Copy)> Load(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        SealedBid bid = await db.FindSubmitted(Actor.Organisation, wanted.Id, cancel) ?? throw new NotFound("A submitted bid for this lot");
        return (found, wanted, bid, await CopyCookie.Read(db, bid, HttpContext, cancel) ?? throw new NotFound("Your own copy: only the browser that submitted holds its key, for a week, so the copy"));
    }
}

/// <summary>What the letter shows.</summary>
public sealed record BidCopyPage(string Title, string Ref, Lot Lot, SealedBid Bid, BidCopy Copy);
