using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Submission;

/// <summary>Seals a draft and receives it as a bid: in time when stamped at or before the deadline (D1-08), otherwise into the late box. It is acknowledged only when its log entry is numbered and both are on the disk.</summary>
public sealed class SubmitBid(PortalDb db, SealDraft sealing, SealTender seals, ReceiptDesk desk, TenderBox box, SharedNumbering numbering)
{
    public async Task<SealedBid> Execute(Actor by, string reference, string lotNumber, Repetition repetition, CancellationToken ct)
    {
        (Tender found, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        found.MustGoOn(lot);
        found.MustBeInvited(by.Organisation);
        using ReceiptDesk.Reception reception = desk.Receive(found.Id);
        using IDisposable turn = await desk.Turn(lot.Id, by.Organisation, ct);
        SealedBid bid = await Before(repetition, ct) ?? await Receive(by, found, lot, reception, repetition);
        reception.Arrive();
        await numbering.Join();
        return bid;
    }

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

    private async Task<SealedBid> Receive(Actor by, Tender tender, Lot lot, ReceiptDesk.Reception reception, Repetition repetition)
    {
        CancellationToken never = CancellationToken.None;
        await db.Entry(tender).ReloadAsync(never);
        Stamp stamp = await box.Judge(tender, reception, never);
        if (await db.FindDraft(by.Organisation, lot.Id, never) is not { } draft)
        {
            // The same call may have put the bid in at another server since the key was looked for.
            return await Before(repetition, never) ?? throw await NothingToSubmit(by, lot, stamp, never);
        }

        // What comes late is kept as it is: legal decides about it, not the portal.
        ReadyDraft ready = stamp.Late ? sealing.AsItIs(draft) : await sealing.Ready(lot, draft, repetition.LeavesOutFaultyHomes, never);
        TenderSeal seal = await seals.Execute(tender, bidWaits: true, never);
        SubmissionId id = Id.New<SubmissionId>();
        SealedParts parts = await sealing.Seal(id, tender, lot, seal, ready, never);
        try
        {
            return await box.Put(by, new TenderBox.Sealing(id, tender, lot, ready, parts), stamp, repetition);
        }
        catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
        {
            // The same call came to another server at the same moment: one of the two put the bid in, and both answer with it.
            db.ChangeTracker.Clear();
            if (await Before(repetition, never) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    private async Task<Exception> NothingToSubmit(Actor by, Lot lot, Stamp stamp, CancellationToken ct) =>
        stamp.Late ? new RuleBroken("LATE", "The deadline has passed, and there is no saved draft to keep.", "D1-08")
        : await db.FindSubmitted(by.Organisation, lot.Id, ct) is null ? new BidIncomplete(MissingParts.Of(lot, BidContent.Empty, new Dictionary<UploadId, AttachedFile>()))
        : new RuleBroken("SEALED", "Your bid is submitted already. To change it, save a new draft and submit that.", "D1-06");
}
