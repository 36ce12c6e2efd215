using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Copies answers and evidence from another draft of the bidder, or from an earlier bid of its own that has been opened, into what is still empty. Never prices, never over what is written.</summary>
public sealed class CopyIntoDraft(PortalDb db, SaveBidDraft save, IKeyStore keys)
{
    /// <summary>How many answers and files were copied.</summary>
    public async Task<int> Execute(Actor by, string reference, string lotNumber, Guid source, CancellationToken ct)
    {
        (Tender _, Lot lot) = await db.LoadBiddable(by, reference, lotNumber, ct);
        BidContent from = await Source(by, lot, source, ct);
        BidDraft? draft = await db.FindDraft(by.Organisation, lot.Id, ct);
        BidContent before = draft?.Content(keys) ?? BidContent.Empty;
        BidContent after = before with
        {
            Answers = Fill(before.Answers, from.Answers, lot.Questions.Select(q => q.Code), a => a.Length == 0),
            Files = Fill(before.Files, from.Files, lot.RequiredDocuments.Select(d => d.Code), f => f.Count == 0),
            Parties = before.Parties.Partners.Count == 0 ? before.Parties with { Partners = from.Parties.Partners } : before.Parties,
        };
        await save.Execute(by, reference, lotNumber, after, new DraftSeen(draft?.ETag), ct);
        return after.Answers.Count - before.Answers.Count + after.Files.Values.Sum(f => f.Count) - before.Files.Values.Sum(f => f.Count);
    }

    private async Task<BidContent> Source(Actor by, Lot lot, Guid source, CancellationToken ct)
    {
        BidDraftId id = new(source);
        if (await db.BidDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.Bidder == by.Organisation && d.Lot != lot.Id, ct) is { } draft)
        {
            return draft.Content(keys);
        }

        SubmissionId submission = new(source);
        OpenedBid opened = await db.OpenedBids.AsNoTracking().SingleOrDefaultAsync(b => b.Id == submission && b.Bidder == by.Organisation, ct) ?? throw new NotFound("That bid");
        return await OnlyReadable(opened.Quality(keys).Content, by.Organisation, ct);
    }

    /// <summary>The portal has forgotten its keys to a sealed bid's files; only those that stand in the library can be attached again.</summary>
    private async Task<BidContent> OnlyReadable(BidContent content, OrganisationId owner, CancellationToken ct)
    {
        HashSet<UploadId> library = [.. await db.EvidenceDocuments.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Owner == owner).SelectMany(d => d.Versions).Select(v => v.File).ToListAsync(ct)];
        return content with { Files = content.Files.ToDictionary(f => f.Key, IReadOnlyList<UploadId> (f) => [.. f.Value.Where(library.Contains)]) };
    }

    private static Dictionary<string, T> Fill<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> from, IEnumerable<string> asked, Func<T, bool> isEmpty)
    {
        Dictionary<string, T> filled = before.ToDictionary();
        foreach (string code in asked.Where(c => (!before.TryGetValue(c, out T? now) || isEmpty(now)) && from.TryGetValue(c, out T? other) && !isEmpty(other)))
        {
            filled[code] = from[code];
        }

        return filled;
    }
}
