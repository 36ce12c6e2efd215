using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Drafts;

/// <summary>Loads a bidder's own drafts and sealed bids; those of others do not exist for it.</summary>
public static class BidLoading
{
    extension(PortalDb db)
    {
        /// <summary>A published tender and one of its lots, for somebody who may bid.</summary>
        public async Task<(Tender Tender, Lot Lot)> LoadBiddable(Actor actor, string reference, string lot, CancellationToken ct)
        {
            actor.MustBe(Role.ProviderBidder);
            Tender tender = await db.LoadPublishedTender(reference, ct);
            return (tender, tender.LotNumbered(lot));
        }

        public Task<BidDraft?> FindDraft(OrganisationId bidder, LotId lot, CancellationToken ct) =>
            db.BidDrafts.SingleOrDefaultAsync(d => d.Lot == lot && d.Bidder == bidder, ct);

        /// <summary>The newest bid of this round that was received and not withdrawn: in time if there is one, else late.</summary>
        public Task<SealedBid?> FindSubmitted(OrganisationId bidder, LotId lot, CancellationToken ct) =>
            db.SealedBids.Where(b => b.Lot == lot && b.Bidder == bidder && db.Set<Tender>().Any(t => t.Id == b.Tender && t.Round == b.Round) && b.Status != SealedBidStatus.Replaced && b.Status != SealedBidStatus.Withdrawn)
                .OrderBy(b => b.Status == SealedBidStatus.Late || b.Status == SealedBidStatus.LateRefused).ThenByDescending(b => b.ReceivedAt).FirstOrDefaultAsync(ct);

        /// <summary>What is known of the files that a draft names.</summary>
        public async Task<IReadOnlyDictionary<UploadId, AttachedFile>> FilesOf(OrganisationId bidder, BidContent content, IKeyStore keys, CancellationToken ct)
        {
            IReadOnlyList<UploadId> wanted = content.AllFiles;
            List<Upload> uploads = await db.Uploads.AsNoTracking().Where(u => u.Organisation == bidder && wanted.Contains(u.Id)).ToListAsync(ct);
            return uploads.ToDictionary(u => u.Id, u => new AttachedFile(u.Id, u.Name(keys), u.Length, u.Sha256, u.Type, u.Scan, u.IsComplete));
        }
    }
}
