using System.Security.Cryptography;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Domain.Tenders;
using Microsoft.EntityFrameworkCore;

namespace Portal.Domain.Bids.Submission;

/// <summary>A file as the receipt lists it.</summary>
public sealed record ReceiptFile(string Name, long Bytes, string Sha256);

/// <summary>Seals a draft's content and file keys to its lot's key and makes the manifest that binds them together.</summary>
public sealed class SealDraft(PortalDb db, IKeyStore keys, SealedFiles store)
{
    internal async Task<SealedParts> Seal(SubmissionId submission, Tender tender, Lot lot, TenderSeal seal, BidDraft draft, CancellationToken ct)
    {
        BidContent content = draft.Content(keys);
        byte[] publicKey = seal.PublicKeyOf(lot.Id);
        byte[] clearQuality = BidJson.Bytes(content.WithoutPrices());
        byte[] clearPrice = BidJson.Bytes(content.OnlyPrices());
        (byte[] quality, Commitment qualityCommitment) = Envelope.Seal(publicKey, clearQuality, EnvelopeKind.Quality, lot.Id.Value, submission);
        (byte[] price, Commitment priceCommitment) = Envelope.Seal(publicKey, clearPrice, EnvelopeKind.Price, lot.Id.Value, submission);
        List<SealedFile> sealedFiles = [];
        List<CopiedFile> copied = [];
        foreach (Upload upload in await Uploads(draft.Bidder, content, ct))
        {
            copied.Add(new CopiedFile(upload.Id.Value, upload.Name(keys), upload.Sha256 ?? "", upload.IsSealed ? [] : store.KeysOf(upload)));
            sealedFiles.Add(new SealedFile(submission, upload.Id, await SealKeys(upload, lot.Id, publicKey, ct)));
        }

        ReceiptFile[] files = await FileList(draft.Bidder, content, ct);
        byte[] manifest = CanonicalJson.Bytes(new
        {
            tender = tender.Ref,
            lot = lot.Number,
            submission = submission.Value,
            quality = Convert.ToHexStringLower(qualityCommitment.Hash),
            price = Convert.ToHexStringLower(priceCommitment.Hash),
            files = files.Select(f => new { f.Bytes, f.Sha256 }),
        });
        return new SealedParts(
            new SealedEnvelopes(quality, qualityCommitment.Hash, price, priceCommitment.Hash),
            keys.Wrap(BidJson.Bytes(files), ListPurpose(submission)),
            Convert.ToHexStringLower(SHA256.HashData(manifest)),
            sealedFiles,
            new BidCopy(manifest, [.. qualityCommitment.Random, .. clearQuality], [.. priceCommitment.Random, .. clearPrice], copied));
    }

    internal async Task<IReadOnlyList<MissingPart>> WhatIsMissing(Lot lot, BidDraft draft, CancellationToken ct)
    {
        BidContent content = draft.Content(keys);
        return MissingParts.Of(lot, content, await db.FilesOf(draft.Bidder, content, keys, ct));
    }

    /// <summary>The portal's own key to each file goes with the draft, unless another draft of the bidder or its evidence library still uses the file.</summary>
    internal async Task ForgetFileKeys(BidDraft draft, CancellationToken ct)
    {
        List<BidDraft> others = await db.BidDrafts.AsNoTracking().Where(d => d.Bidder == draft.Bidder && d.Id != draft.Id).ToListAsync(ct);
        List<UploadId> library = await db.EvidenceDocuments.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Owner == draft.Bidder).SelectMany(d => d.Versions).Select(v => v.File).ToListAsync(ct);
        HashSet<UploadId> stillUsed = [.. others.SelectMany(o => o.Content(keys).AllFiles), .. library];
        foreach (Upload upload in (await Uploads(draft.Bidder, draft.Content(keys), ct)).Where(u => !stillUsed.Contains(u.Id)))
        {
            upload.ForgetKeys();
        }
    }

    public static IReadOnlyList<ReceiptFile> FilesOf(SealedBid bid, IKeyStore keys) =>
        BidJson.Read<ReceiptFile[]>(keys.Unwrap(bid.WrappedFileList, ListPurpose(bid.Id)));

    private static string ListPurpose(SubmissionId submission) => $"receipt/{submission.Value}/files";

    private async Task<byte[]> SealKeys(Upload upload, LotId lot, byte[] publicKey, CancellationToken ct)
    {
        if (!upload.IsSealed)
        {
            return Envelope.SealFileKeys(publicKey, BidJson.Bytes(store.KeysOf(upload)), lot.Value, upload.Id.Value);
        }

        // The portal cannot read this file any more; the same lot's earlier envelope still holds its keys.
        return await db.SealedBids.Where(b => b.Lot == lot && db.Set<Tender>().Any(t => t.Id == b.Tender && t.Round == b.Round)).SelectMany(b => b.Files).Where(f => f.Upload == upload.Id).Select(f => EF.Property<byte[]>(f, "SealedKeys")).FirstOrDefaultAsync(ct)
            ?? throw new RuleBroken("FILE_SEALED_ELSEWHERE", $"“{upload.Name(keys)}” was sealed into your bid for another lot and nobody can read it any more: upload it again.", "D1-05", "files");
    }

    private async Task<List<Upload>> Uploads(OrganisationId bidder, BidContent content, CancellationToken ct)
    {
        IReadOnlyList<UploadId> wanted = content.AllFiles;
        return await db.Uploads.Where(u => u.Organisation == bidder && wanted.Contains(u.Id)).OrderBy(u => u.Id).ToListAsync(ct);
    }

    private async Task<ReceiptFile[]> FileList(OrganisationId bidder, BidContent content, CancellationToken ct) =>
        [.. (await db.FilesOf(bidder, content, keys, ct)).Values.OrderBy(f => f.Id.Value).Select(f => new ReceiptFile(f.Name, f.Bytes, f.Sha256 ?? ""))];
}
