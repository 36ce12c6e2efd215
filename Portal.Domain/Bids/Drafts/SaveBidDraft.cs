using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Bids.Drafts;

/// <summary>Which version of the draft the writer had in view: null where there was none yet.</summary>
public sealed record DraftSeen(string? ETag);

/// <summary>The draft was changed by somebody else since the writer read it: what stands there now.</summary>
public sealed class DraftChanged(BidDraft? now) : Exception("Somebody else changed this draft since you read it.")
{
    public BidDraft? Now { get; } = now;
}

/// <summary>Saves a draft whole. Saving is not submitting. A stale save changes nothing and is told what stands there.</summary>
public sealed class SaveBidDraft(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<BidDraft> Execute(Actor by, string reference, string lotNumber, BidContent content, DraftSeen seen, CancellationToken ct)
    {
        (Tender tender, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        if (tender.Stage is not (TenderStage.Open or TenderStage.Closed))
        {
            throw new RuleBroken("TENDER_OVER", $"Tender {tender.Ref} takes no bids {(tender.Stage is TenderStage.Shortlisting or TenderStage.Negotiating ? "yet" : "any more")}.", "D1-08");
        }

        tender.MustGoOn(lot);
        tender.MustBeInvited(by.Organisation);
        BidDraft? draft = await db.FindDraft(by.Organisation, lot.Id, ct);
        if (draft?.ETag != seen.ETag)
        {
            throw new DraftChanged(draft);
        }

        await db.MustBeOwn(by.Organisation, content, draft?.Content(keys), ct);

        if (draft is null)
        {
            draft = BidDraft.Begin(by, tender.Id, lot.Id);
            db.Add(draft);
            await db.Watch(tender, by, WatchReason.Drafting, clock.GetUtcNow(), ct);
        }

        BidParties parties = content.Parties with { OwnProviderOf = await OwnerOf(by.Organisation, ct) };
        draft.Rewrite(content with { Parties = parties }, keys, by, clock.GetUtcNow());
        await Save(by, draft, ct);
        return draft;
    }

    /// <summary>An authority's own provider is known as one to everybody who reads the bid.</summary>
    private Task<string?> OwnerOf(OrganisationId bidder, CancellationToken ct) => (
        from own in db.Organisations
        join owner in db.Organisations on own.Parent equals (OrganisationId?)owner.Id into owners
        from owner in owners.DefaultIfEmpty()
        where own.Id == bidder && own.Kind == OrganisationKind.OwnProvider
        select owner == null ? "an authority" : owner.Name).SingleOrDefaultAsync(ct);

    private async Task Save(Actor by, BidDraft draft, CancellationToken ct)
    {
        try
        {
            await db.Save(by, ct);
        }
        catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            BidDraft? now = await db.FindDraft(by.Organisation, draft.Lot, ct);
            throw now is null || now.Id != draft.Id || now.Revision >= draft.Revision ? new DraftChanged(now) : raced;
        }
    }
}
