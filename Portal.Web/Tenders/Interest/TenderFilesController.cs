using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Interest;

/// <summary>Downloads one document, or all current ones as a zip with their hashes; streamed, never held in memory.</summary>
[AllowAnonymous]
[Route("/tenders/{tenderRef}")]
public sealed class TenderFilesController(TakeTenderDocument take, PublicFiles files) : PageController
{
    [HttpGet("documents/{document}")]
    public async Task<IActionResult> One(string tenderRef, TenderDocumentId document, CancellationToken cancel)
    {
        TenderDocument taken = (await take.Execute(KnownActor, tenderRef, document, cancel))[0];
        string ending = Path.GetExtension(taken.Name).TrimStart('.').ToLowerInvariant();
        return File(await files.Open(taken, cancel), FileTypes.MediaType(ending), taken.Name);
    }

    [HttpGet("documents.zip")]
    public async Task<IActionResult> All(string tenderRef, CancellationToken cancel)
    {
        IReadOnlyList<TenderDocument> taken = await take.Execute(KnownActor, tenderRef, null, cancel);
        return new ZipResult(taken, files, $"{tenderRef}-documents.zip");
    }

    private sealed class ZipResult(IReadOnlyList<TenderDocument> documents, PublicFiles files, string name) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            HttpResponse response = context.HttpContext.Response;
            // ZipArchive finishes an entry with a synchronous write even when it is used asynchronously.
            if (context.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            {
                body.AllowSynchronousIO = true;
            }

            response.ContentType = "application/zip";
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            CancellationToken stop = context.HttpContext.RequestAborted;
            await using ZipArchive zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, stop);
            foreach (TenderDocument document in documents)
            {
                await Add(zip, document.Name, document.AddedAt, await files.Open(document, stop), stop);
            }

            string sums = string.Concat(documents.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Sha256}  {d.Name}\n")));
            DateTimeOffset last = documents.Count == 0 ? new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) : documents.Max(d => d.AddedAt);
            await Add(zip, "SHA256SUMS.txt", last, new MemoryStream(Encoding.UTF8.GetBytes(sums)), stop);
        }

        private static async Task Add(ZipArchive zip, string name, DateTimeOffset at, Stream content, CancellationToken stop)
        {
            await using Stream source = content;
            ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Fastest);
            entry.LastWriteTime = at;
            await using Stream target = await entry.OpenAsync(stop);
            await source.CopyToAsync(target, stop);
        }
    }
}
