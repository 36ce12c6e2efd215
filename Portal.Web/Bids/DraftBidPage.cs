using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
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

    /// <summary>Where what is saved and what was typed differ.</summary>
    public required IReadOnlyList<DraftDifference> Differences { get; init; }

    public required IReadOnlyDictionary<UploadId, AttachedFile> Files { get; init; }

    public required IReadOnlyList<MissingPart> Missing { get; init; }

    public required IReadOnlyList<Choice> HomesToAdd { get; init; }

    public required IReadOnlyDictionary<string, string> HomeNames { get; init; }

    public BidFilesPart FilesAt(RequiredDocument wanted, string? urn)
    {
        FileSlot slot = new(wanted.Code, urn);
        IReadOnlyList<UploadId> here = slot.In(Content);
        return new BidFilesPart(
            wanted,
            slot,
            [.. here.Select(id => Files.GetValueOrDefault(id) ?? new AttachedFile(id, "Unknown file", 0, null, null, ScanState.Waiting, false))],
            [.. ToPick.Where(c => here.All(h => h.Value.ToString() != c.Value))])
        {
            Others = [.. Lot.RequiredDocuments.Where(d => d.Code != wanted.Code)],
        };
    }

    /// <summary>Files that are there already: in another slot of this bid, in the draft for another lot, or in the library.</summary>
    public required IReadOnlyList<Choice> ToPick { get; init; }

    /// <summary>How many things a home still lacks.</summary>
    public int FaultsOf(string urn) => MissingParts.FaultsOf(Lot, Content, urn, Files);

    /// <summary>Some homes are whole and some are not.</summary>
    public bool MayLeaveOut => Lot.PerHome && Content.Homes.Any(h => FaultsOf(h.Urn) == 0) && Content.Homes.Any(h => FaultsOf(h.Urn) > 0);
}

/// <summary>When and by whom the draft was last saved.</summary>
public sealed record SavedDraft(DateTimeOffset At, string By);

/// <summary>One place for evidence and what is attached there.</summary>
public sealed record BidFilesPart(RequiredDocument Wanted, FileSlot Slot, IReadOnlyList<AttachedFile> Files, IReadOnlyList<Choice> ToPick)
{
    /// <summary>The other documents that are asked for at the same place.</summary>
    public required IReadOnlyList<RequiredDocument> Others { get; init; }

    public bool Fits(AttachedFile file) => Takes(Wanted, file);

    /// <summary>Where a file that is wrong here would fit, with the button's word for moving it there without another upload.</summary>
    public IEnumerable<Choice> PlacesFor(AttachedFile file) =>
        Others.Where(d => Takes(d, file)).Select(d => new Choice($"moveFile:{Slot}|{file.Id.Value}|{Slot with { Code = d.Code }}", d.Title));

    private static bool Takes(RequiredDocument wanted, AttachedFile file) =>
        file.Bytes <= wanted.MaxBytes && FileTypes.Fits(file.Type ?? "unknown", [.. wanted.Types]);
}

/// <summary>Reads what the page shows.</summary>
internal sealed class DraftBidPages(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    public async Task<DraftBidPage> Read(Actor actor, Tender tender, Lot lot, BidDraft? draft, BidForm form, BidContent content, CancellationToken cancel)
    {
        OrganisationId provider = actor.Organisation;
        List<ProviderHome> homes = lot.PerHome ? await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == provider).OrderBy(h => h.Name).ToListAsync(cancel) : [];
        IReadOnlyDictionary<UploadId, AttachedFile> files = await db.FilesOf(provider, content, keys, cancel);
        BidContent saved = draft?.Content(keys) ?? BidContent.Empty;
        IReadOnlyDictionary<UploadId, AttachedFile> theirs = await db.FilesOf(provider, saved, keys, cancel);
        return new DraftBidPage(
            tender.Ref,
            tender.Title,
            lot,
            form,
            await BidStatus.Read(db, actor, tender, lot, clock.GetUtcNow(), cancel),
            draft is null ? null : new SavedDraft(draft.SavedAt, draft.SavedByName))
        {
            Content = content,
            Differences = new DraftDifferences(lot, saved, content, id => (files.GetValueOrDefault(id) ?? theirs.GetValueOrDefault(id))?.Name ?? "Unknown file").All(),
            Files = files,
            Missing = MissingParts.Of(lot, content, files),
            HomesToAdd = [.. homes.Where(h => content.Homes.All(c => c.Urn != h.Urn)).Select(h => new Choice(h.Urn, $"{h.Name} (URN {h.Urn})"))],
            ToPick = await ToPick(provider, tender, lot, files, cancel),
            HomeNames = homes.ToDictionary(h => h.Urn, h => h.Name),
        };
    }

    private async Task<IReadOnlyList<Choice>> ToPick(OrganisationId provider, Tender tender, Lot lot, IReadOnlyDictionary<UploadId, AttachedFile> files, CancellationToken cancel)
    {
        IReadOnlyList<Choice> elsewhere = await InOtherLots(provider, tender, lot, files, cancel);
        List<EvidenceDocument> library = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == provider && d.RetiredAt == null).ToListAsync(cancel);
        return
        [
            .. library.OrderBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => new Choice(d.Current.File.Value.ToString(), $"Library: {d.Title}, version {d.Current.Number.ToString(CultureInfo.InvariantCulture)}{(d.ExpiresOn is { } day ? $", good until {London.Short(day)}" : "")}")),
            .. files.Values.Where(f => f.Complete && library.TrueForAll(d => d.Current.File != f.Id)).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(f => new Choice(f.Id.Value.ToString(), $"In this bid: {f.Name}")),
            .. elsewhere.Where(c => library.TrueForAll(d => d.Current.File.Value.ToString() != c.Value)),
        ];
    }

    // A file that was put into the draft for the wrong lot need not be sent again.
    private async Task<IReadOnlyList<Choice>> InOtherLots(OrganisationId provider, Tender tender, Lot lot, IReadOnlyDictionary<UploadId, AttachedFile> here, CancellationToken cancel)
    {
        List<BidDraft> drafts = await db.BidDrafts.AsNoTracking().Where(d => d.Tender == tender.Id && d.Bidder == provider && d.Lot != lot.Id).ToListAsync(cancel);
        List<Choice> found = [];
        foreach (BidDraft other in drafts)
        {
            string number = tender.Lots.Single(l => l.Id == other.Lot).Number;
            IReadOnlyDictionary<UploadId, AttachedFile> theirs = await db.FilesOf(provider, other.Content(keys), keys, cancel);
            found.AddRange(theirs.Values.Where(f => f.Complete && !here.ContainsKey(f.Id)).OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(f => new Choice(f.Id.Value.ToString(), $"In your draft for lot {number}: {f.Name}")));
        }

        return [.. found.DistinctBy(c => c.Value)];
    }
}
