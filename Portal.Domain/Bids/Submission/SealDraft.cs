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

/// <summary>Seals a draft's content to the key of each envelope of its lot, its file keys to the quality envelope's, and makes the manifest that binds them together.</summary>
public sealed class SealDraft(PortalDb db, IKeyStore keys, SealedFiles store)
{
    internal async Task<SealedParts> Seal(SubmissionId submission, Tender tender, Lot lot, TenderSeal seal, ReadyDraft ready, CancellationToken ct)
    {
        (BidDraft draft, BidContent content, IReadOnlyList<HomeLeftOut> leftOut) = ready;
        SealedPart qualification = Part(EnvelopeKind.Qualification, content.OnlyQualification());
        SealedPart quality = Part(EnvelopeKind.Quality, content.OnlyQuality());
        SealedPart price = Part(EnvelopeKind.Price, content.OnlyPrices());
        List<SealedFile> sealedFiles = [];
        List<CopiedFile> copied = [];
        foreach (Upload upload in await Uploads(draft.Bidder, content, ct))
        {
            copied.Add(new CopiedFile(upload.Id.Value, upload.Name(keys), upload.Sha256 ?? "", upload.IsSealed ? [] : store.KeysOf(upload)));
            sealedFiles.Add(new SealedFile(submission, upload.Id, await SealKeys(upload, lot.Id, seal.PublicKeyOf(lot.Id, EnvelopeKind.Quality), ct)));
        }

        ReceiptFile[] files = await FileList(draft.Bidder, content, ct);
        byte[] manifest = Manifest(submission, tender, lot, files, [qualification, quality, price]);
        return new SealedParts(
            new SealedEnvelopes(qualification.Sealed, qualification.Commitment.Hash, quality.Sealed, quality.Commitment.Hash, price.Sealed, price.Commitment.Hash),
            keys.Wrap(BidJson.Bytes(files), ListPurpose(submission)),
            Convert.ToHexStringLower(SHA256.HashData(manifest)),
            sealedFiles,
            new BidCopy(manifest, qualification.Own, quality.Own, price.Own, copied))
        {
            WrappedLeftOut = leftOut.Count == 0 ? [] : keys.Wrap(BidJson.Bytes(leftOut), LeftOutPurpose(submission)),
        };

        SealedPart Part(EnvelopeKind kind, BidContent part) => SealedPart.Of(seal.PublicKeyOf(lot.Id, kind), kind, lot, submission, part);
    }

    private static byte[] Manifest(SubmissionId submission, Tender tender, Lot lot, ReceiptFile[] files, SealedPart[] parts) => CanonicalJson.Bytes(new
    {
        tender = tender.Ref,
        lot = lot.Number,
        submission = submission.Value,
        qualification = Convert.ToHexStringLower(parts[0].Commitment.Hash),
        quality = Convert.ToHexStringLower(parts[1].Commitment.Hash),
        price = Convert.ToHexStringLower(parts[2].Commitment.Hash),
        files = files.Select(f => new { f.Bytes, f.Sha256 }),
    });

    /// <summary>The draft as it can be submitted: whole; or, where a fault in one home must not sink the others, without the homes that have one.</summary>
    /// <exception cref="BidIncomplete">Something is missing that no home can be left out for.</exception>
    internal async Task<ReadyDraft> Ready(Lot lot, BidDraft draft, bool leaveOut, CancellationToken ct)
    {
        BidContent content = draft.Content(keys);
        IReadOnlyDictionary<UploadId, AttachedFile> files = await db.FilesOf(draft.Bidder, content, keys, ct);
        IReadOnlyList<MissingPart> missing = MissingParts.Of(lot, content, files);
        if (missing.Count == 0)
        {
            return new ReadyDraft(draft, content, []);
        }

        HomeLeftOut[] faulty = [.. content.Homes.Index().Select(h => new HomeLeftOut(h.Item.Urn, [.. missing.Where(m => m.IsOfHome(h.Index))])).Where(h => h.Missing.Count > 0)];
        BidContent rest = content with { Homes = [.. content.Homes.Where(h => !faulty.Any(f => f.Urn == h.Urn))] };
        bool only = missing.All(m => m.IsOfAHome) && rest.Homes.Count > 0;
        return leaveOut && only ? new ReadyDraft(draft, rest, faulty) : throw new BidIncomplete(missing);
    }

    internal ReadyDraft AsItIs(BidDraft draft) => new(draft, draft.Content(keys), []);

    /// <summary>The portal's own key to each file goes with the draft, unless another draft of the bidder or its evidence library still uses the file.</summary>
    internal async Task ForgetFileKeys(ReadyDraft ready, CancellationToken ct)
    {
        BidDraft draft = ready.Draft;
        List<BidDraft> others = await db.BidDrafts.AsNoTracking().Where(d => d.Bidder == draft.Bidder && d.Id != draft.Id).ToListAsync(ct);
        List<UploadId> library = await db.EvidenceDocuments.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Owner == draft.Bidder).SelectMany(d => d.Versions).Select(v => v.File).ToListAsync(ct);
        HashSet<UploadId> stillUsed = [.. others.SelectMany(o => o.Content(keys).AllFiles), .. library];
        foreach (Upload upload in (await Uploads(draft.Bidder, ready.Content, ct)).Where(u => !stillUsed.Contains(u.Id)))
        {
            upload.ForgetKeys();
        }
    }

    public static IReadOnlyList<ReceiptFile> FilesOf(SealedBid bid, IKeyStore keys) =>
        BidJson.Read<ReceiptFile[]>(keys.Unwrap(bid.WrappedFileList, ListPurpose(bid.Id)));

    /// <summary>The homes that were left out of a bid because each had a fault, and what it was.</summary>
    public static IReadOnlyList<HomeLeftOut> LeftOutOf(SealedBid bid, IKeyStore keys) =>
        bid.WrappedLeftOut.Length == 0 ? [] : BidJson.Read<HomeLeftOut[]>(keys.Unwrap(bid.WrappedLeftOut, LeftOutPurpose(bid.Id)));

    private static string ListPurpose(SubmissionId submission) => $"receipt/{submission.Value}/files";

    private static string LeftOutPurpose(SubmissionId submission) => $"receipt/{submission.Value}/left-out";

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

    private sealed record SealedPart(byte[] Sealed, Commitment Commitment, byte[] Own)
    {
        public static SealedPart Of(byte[] publicKey, EnvelopeKind kind, Lot lot, SubmissionId submission, BidContent part)
        {
            byte[] clear = BidJson.Bytes(part);
            (byte[] sealedBytes, Commitment commitment) = Envelope.Seal(publicKey, clear, kind, lot.Id.Value, submission);
            return new SealedPart(sealedBytes, commitment, [.. commitment.Random, .. clear]);
        }
    }
}

/// <summary>A draft and what of it is sealed.</summary>
internal sealed record ReadyDraft(BidDraft Draft, BidContent Content, IReadOnlyList<HomeLeftOut> LeftOut);

/// <summary>A home that is not part of the bid because it had a fault, so that it did not sink the others.</summary>
public sealed record HomeLeftOut(string Urn, IReadOnlyList<MissingPart> Missing);
