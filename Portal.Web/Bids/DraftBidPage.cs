using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>The page on which a bid is written.</summary>
public sealed record DraftBidPage(
    string Ref,
    string TenderTitle,
    Lot Lot,
    BidForm Form,
    BidStatus Status,
    SavedDraft? Saved)
{
    public required BidContent Content { get; init; }

    /// <summary>What a colleague saved meanwhile; null when nobody did.</summary>
    public BidForm? Theirs { get; init; }

    public required IReadOnlyDictionary<UploadId, AttachedFile> Files { get; init; }

    public required IReadOnlyList<MissingPart> Missing { get; init; }

    public required IReadOnlyList<Choice> HomesToAdd { get; init; }

    public required IReadOnlyDictionary<string, string> HomeNames { get; init; }

    public BidFilesPart FilesAt(RequiredDocument wanted, string? urn)
    {
        FileSlot slot = new(wanted.Code, urn);
        return new BidFilesPart(wanted, slot, [.. slot.In(Content).Select(id => Files.GetValueOrDefault(id) ?? new AttachedFile(id, "Unknown file", 0, null, null, ScanState.Waiting, false))]);
    }
}

/// <summary>When and by whom the draft was last saved.</summary>
public sealed record SavedDraft(DateTimeOffset At, string By);

/// <summary>One place for evidence and what is attached there.</summary>
public sealed record BidFilesPart(RequiredDocument Wanted, FileSlot Slot, IReadOnlyList<AttachedFile> Files);

/// <summary>Reads what the page shows.</summary>
internal sealed class DraftBidPages(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<DraftBidPage> Read(Actor actor, Tender tender, Lot lot, BidDraft? draft, BidForm form, BidContent content, CancellationToken cancel)
    {
        OrganisationId provider = actor.Organisation;
        List<ProviderHome> homes = lot.PerHome ? await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == provider).OrderBy(h => h.Name).ToListAsync(cancel) : [];
        IReadOnlyDictionary<UploadId, AttachedFile> files = await db.FilesOf(provider, content, keys, cancel);
        BidForm? theirs = draft is null ? null : BidForm.Of(draft.Content(keys), draft.ETag);
        return new DraftBidPage(
            tender.Ref,
            tender.Title,
            lot,
            form,
            await BidStatus.Read(db, actor, tender, lot, clock.GetUtcNow(), cancel),
            draft is null ? null : new SavedDraft(draft.SavedAt, draft.SavedByName))
        {
            Content = content,
            Theirs = theirs,
            Files = files,
            Missing = MissingParts.Of(lot, content, files),
            HomesToAdd = [.. homes.Where(h => content.Homes.All(c => c.Urn != h.Urn)).Select(h => new Choice(h.Urn, $"{h.Name} (URN {h.Urn})"))],
            HomeNames = homes.ToDictionary(h => h.Urn, h => h.Name),
        };
    }
}
