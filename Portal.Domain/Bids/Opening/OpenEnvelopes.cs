using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Bids.Opening;

/// <summary>Opens the two envelopes and the file keys of one sealed bid and checks them against what was committed to at receipt.</summary>
public sealed class OpenEnvelopes(PortalDb db, IKeyStore keys)
{
    internal async Task<(OpenedQuality Quality, BidContent Prices)> Open(SealedBid bid, ECDiffieHellman key, CancellationToken ct)
    {
        byte[] quality = Envelope.Open(key, bid.Envelopes.Quality, bid.Envelopes.QualityCommitment, EnvelopeKind.Quality, bid.Lot.Value, bid.Id);
        byte[] prices = Envelope.Open(key, bid.Envelopes.Price, bid.Envelopes.PriceCommitment, EnvelopeKind.Price, bid.Lot.Value, bid.Id);
        List<OpenedFile> files = [];
        foreach (SealedFile file in bid.Files)
        {
            Upload upload = await db.Uploads.AsNoTracking().SingleAsync(u => u.Id == file.Upload, ct);
            FileKey[] fileKeys = BidJson.Read<FileKey[]>(Envelope.OpenFileKeys(key, file.SealedKeys, bid.Lot.Value, file.Upload.Value));
            files.Add(new OpenedFile(upload.Id.Value, upload.Name(keys), upload.Length, upload.Sha256 ?? "", upload.Type ?? "unknown", upload.Scan, fileKeys));
        }

        return (new OpenedQuality(BidJson.Read<BidContent>(quality), files), BidJson.Read<BidContent>(prices));
    }
}
