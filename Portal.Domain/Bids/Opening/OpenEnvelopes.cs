using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Opening;

/// <summary>Opens the envelopes and file keys of one sealed bid and checks them against what was committed to at receipt. A file that no scanner had looked at by then is scanned in memory before anyone may read it.</summary>
public sealed class OpenEnvelopes(PortalDb db, IKeyStore keys, SealedFiles store, IVirusScan scanner)
{
    /// <summary>Qualification, quality and the files: what the first act opens.</summary>
    internal async Task<OpenedQuality> OpenQuality(SealedBid bid, OpenedKeys pairs, CancellationToken ct)
    {
        BidContent qualification = Open(bid, bid.Envelopes.Qualification, bid.Envelopes.QualificationCommitment, EnvelopeKind.Qualification, pairs);
        BidContent quality = Open(bid, bid.Envelopes.Quality, bid.Envelopes.QualityCommitment, EnvelopeKind.Quality, pairs);
        ECDiffieHellman key = pairs.Of(bid.Lot, EnvelopeKind.Quality);
        List<OpenedFile> files = [];
        foreach (SealedFile file in bid.Files)
        {
            Upload upload = await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == file.Upload, ct);
            FileKey[] fileKeys = BidJson.Read<FileKey[]>(Envelope.OpenFileKeys(key, file.SealedKeys, bid.Lot.Value, file.Upload.Value));
            files.Add(new OpenedFile(upload.Id.Value, upload.Name(keys), upload.Length, upload.Sha256 ?? "", upload.Type ?? "unknown", await Scan(upload, fileKeys, ct), fileKeys));
        }

        return new OpenedQuality(quality.WithQualification(qualification), files);
    }

    private async Task<ScanState> Scan(Upload upload, FileKey[] fileKeys, CancellationToken ct)
    {
        if (upload.Scan is ScanState.Clean or ScanState.Infected)
        {
            return upload.Scan;
        }

        await using Stream clear = store.Clear(upload.Organisation, fileKeys, ct);
        return await scanner.Scan(clear, ct);
    }

    /// <summary>The prices: what the second act opens.</summary>
    internal static BidContent OpenPrices(SealedBid bid, OpenedKeys pairs) =>
        Open(bid, bid.Envelopes.Price, bid.Envelopes.PriceCommitment, EnvelopeKind.Price, pairs);

    private static BidContent Open(SealedBid bid, byte[] sealedBytes, byte[] commitment, EnvelopeKind kind, OpenedKeys pairs) =>
        BidJson.Read<BidContent>(Envelope.Open(pairs.Of(bid.Lot, kind), sealedBytes, commitment, kind, bid.Lot.Value, bid.Id));
}
