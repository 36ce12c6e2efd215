using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Seals a draft and receives it as a bid: in time when stamped at or before the deadline (D1-08), otherwise into the late box. It is acknowledged only when its log entry is numbered.</summary>
public sealed class SubmitBid(PortalDb db, SealDraft sealing, SealTender seals, ReceiptDesk desk, LogSequencer sequencer, IKeyStore keys)
{
    public async Task<SealedBid> Execute(Actor by, string reference, string lotNumber, Repetition repetition, CancellationToken ct)
    {
        (Tender found, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        using ReceiptDesk.Reception reception = desk.Receive(found.Id);
        using IDisposable turn = await desk.Turn(lot.Id, by.Organisation, ct);
        if (await Before(repetition, ct) is { } earlier)
        {
            await sequencer.NumberPending(ct);
            return earlier;
        }

        await db.Entry(found).ReloadAsync(ct);
        SealedBid bid = await Receive(by, found, lot, new Stamp(reception.At, !IsInTime(found, reception.At)), repetition);
        await sequencer.NumberPending(CancellationToken.None);
        return bid;
    }

    private static bool IsInTime(Tender tender, DateTimeOffset at) => tender.Stage is TenderStage.Open && at <= tender.ClosesAt;

    private async Task<SealedBid?> Before(Repetition repetition, CancellationToken ct)
    {
        SubmissionKey? known = await db.SubmissionKeys.AsNoTracking()
            .SingleOrDefaultAsync(k => k.Client == repetition.Client && k.Place == repetition.Place && k.Key == repetition.Key, ct);
        if (known is not null && known.BodySha256 != repetition.BodySha256)
        {
            throw new KeyUsedOtherwise();
        }

        return known is null ? null : await db.SealedBids.AsNoTracking().SingleAsync(b => b.Id == known.Submission, ct);
    }

    private async Task<SealedBid> Receive(Actor by, Tender tender, Lot lot, Stamp stamp, Repetition repetition)
    {
        CancellationToken never = CancellationToken.None;
        BidDraft draft = await db.FindDraft(by.Organisation, lot.Id, never) ?? throw await NothingToSubmit(by, lot, stamp, never);
        await MustBeComplete(lot, draft, stamp, never);
        TenderSeal seal = await seals.Execute(tender, bidWaits: true, never);
        SubmissionId id = Id.New<SubmissionId>();
        SealedParts parts = await sealing.Seal(id, tender, lot, seal, draft, never);
        SealedBid bid = SealedBid.Receive(id, tender, lot, by.Organisation, stamp, parts);
        if (!stamp.Late)
        {
            await Replace(bid, never);
        }

        await sealing.ForgetFileKeys(draft, never);
        db.Add(bid);
        db.Remove(draft);
        db.Add(new SubmissionKey(repetition.Client, repetition.Place, repetition.Key, repetition.BodySha256, id));
        await db.Save(by, never);
        return bid;
    }

    private async Task<Exception> NothingToSubmit(Actor by, Lot lot, Stamp stamp, CancellationToken ct) =>
        stamp.Late ? new RuleBroken("LATE", "The deadline has passed, and there is no saved draft to keep.", "D1-08")
        : await db.FindSubmitted(by.Organisation, lot.Id, ct) is null ? new BidIncomplete(MissingParts.Of(lot, BidContent.Empty, new Dictionary<UploadId, AttachedFile>()))
        : new RuleBroken("SEALED", "Your bid is submitted already. To change it, save a new draft and submit that.", "D1-06");

    private async Task MustBeComplete(Lot lot, BidDraft draft, Stamp stamp, CancellationToken ct)
    {
        BidContent content = draft.Content(keys);
        IReadOnlyList<MissingPart> missing = MissingParts.Of(lot, content, await db.FilesOf(draft.Bidder, content, keys, ct));
        if (missing.Count > 0 && !stamp.Late)
        {
            throw new BidIncomplete(missing);
        }
    }

    private async Task Replace(SealedBid newer, CancellationToken ct)
    {
        SealedBid? older = await db.SealedBids.SingleOrDefaultAsync(b => b.Lot == newer.Lot && b.Bidder == newer.Bidder && b.Status == SealedBidStatus.InTime, ct);
        older?.ReplaceBy(newer.Id, newer.ReceivedAt);
    }
}
