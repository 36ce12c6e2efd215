using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Finds a file of an opened bid for download and writes the read log; the bytes are then streamed with <see cref="SealedFiles"/>.</summary>
public sealed class ReadOpenedFile(PortalDb db, IKeyStore keys, ScanBeforeReading scan, TimeProvider clock)
{
    public async Task<(OpenedFile File, OrganisationId Owner)> Execute(Actor actor, SubmissionId submission, UploadId upload, CancellationToken ct)
    {
        OpenedBid bid = await db.OpenedBids.AsNoTracking().SingleOrDefaultAsync(b => b.Id == submission, ct) ?? throw new NotFound("That bid");
        OpeningRules.MustBeReader(actor, await db.LoadTender(actor, bid.TenderRef, ct));
        OpenedFile file = bid.Quality(keys).Files.FirstOrDefault(f => f.Upload == upload.Value) ?? throw new NotFound("That file");
        await scan.Execute(file.Scan, bid.Bidder, file.Keys, ct);
        db.Note(actor, "bid.fileRead", bid.Subject, new { file = upload.Value }, clock.GetUtcNow());
        await db.Save(actor, ct);
        return (file, bid.Bidder);
    }
}
