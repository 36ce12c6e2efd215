using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Checking;

/// <summary>When one bidder was told of something and when it first opened it; absent where it never did.</summary>
public sealed record ParityCell(OrganisationId Bidder, DateTimeOffset? Told, DateTimeOffset? Opened);

/// <summary>A document, answer or change: from when everybody could have it, and each bidder's cell in the order of the bidders.</summary>
public sealed record ParityRow(string Item, DateTimeOffset Public, IReadOnlyList<ParityCell> Cells)
{
    /// <summary>Public to all from one instant, and told to all at one instant or to none (D2-07).</summary>
    public bool IsEqual => Cells.Select(c => c.Told).Distinct().Count() <= 1;

    /// <summary>Public to all from one instant, but only some were told of it by message, all of these at once: those who had shown interest by then.</summary>
    public bool IsPublicOnly => !IsEqual && Cells.Select(c => c.Told).OfType<DateTimeOffset>().Distinct().Count() == 1;
}

/// <summary>Who could have, was told and opened what, and when: the information parity matrix of a tender (A2-06, D2-07).</summary>
public sealed record ParityMatrix(IReadOnlyList<OrganisationId> Bidders, IReadOnlyList<ParityRow> Rows);

/// <summary>Reads the matrix from documents, answers, amendments, messages and the log.</summary>
public static class ParityMatrices
{
    private sealed record Item(string Title, DateTimeOffset Public, string? MessageKey, string? DocumentSha256);

    extension(PortalDb db)
    {
        /// <summary>Only after the opening: before it nobody knows who bids (D1-04).</summary>
        public async Task<ParityMatrix> ParityOf(Tender tender, CancellationToken stop = default)
        {
            OrganisationId[] bidders = [.. (await db.OpenedBidsOf(tender.Id, stop)).OrderBy(b => b.Alias, StringComparer.Ordinal).Select(b => b.Bidder).Distinct()];
            List<Clarification> answers = await db.Clarifications.AsNoTracking().Where(c => c.Tender == tender.Id && c.Stage == ClarificationStage.Answered && c.ConfidentialReason == null).OrderBy(c => c.Number).ToListAsync(stop);
            List<Message> messages = await db.Messages.AsNoTracking().Where(m => m.Key != null && m.Key.StartsWith(tender.Ref + "/")).ToListAsync(stop);
            Dictionary<PersonId, OrganisationId> watchers = await db.TenderWatches.AsNoTracking().Where(w => w.Tender == tender.Id).ToDictionaryAsync(w => w.Person, w => w.Organisation, stop);
            ILookup<(OrganisationId, string), DateTimeOffset> taken = await db.Downloads(tender, stop);
            ParityRow Row(Item item) => new(item.Title, item.Public, [.. bidders.Select(b => Cell(b, item, messages, watchers, taken))]);
            return new ParityMatrix(bidders, [.. Items(tender, answers).OrderBy(i => i.Public).Select(Row)]);
        }

        private async Task<ILookup<(OrganisationId, string), DateTimeOffset>> Downloads(Tender tender, CancellationToken stop)
        {
            var entries = await db.LogEntries.AsNoTracking().Where(e => e.Subject == tender.Subject && e.Action == "tender.documentDownloaded")
                .Join(db.LogPayloads, e => e.Id, p => p.Entry, (e, p) => new { e.Organisation, e.At, p.Json }).ToListAsync(stop);
            return entries.Where(e => e.Json is not null).ToLookup(e => (e.Organisation, DownloadedSha(e.Json!)), e => e.At);
        }
    }

    private static IEnumerable<Item> Items(Tender tender, IEnumerable<Clarification> answers) =>
    [
        .. tender.Documents.Select(d => new Item($"Document {d.Name}{(d.WithdrawnAt is null ? "" : " (replaced)")}", Later(d.AddedAt, tender.PublishedAt), null, d.Sha256)),
        .. answers.Select(a => new Item($"Answer {a.Number}", a.AnsweredAt!.Value, $"{tender.Ref}/answer/{a.Number}/", null)),
        .. tender.Amendments.Select((a, i) => new Item($"Change: {a.What}", a.At, $"{tender.Ref}/amended/{i + 1}/", null)),
    ];

    private static ParityCell Cell(OrganisationId bidder, Item item, List<Message> messages, Dictionary<PersonId, OrganisationId> watchers, ILookup<(OrganisationId, string), DateTimeOffset> taken)
    {
        if (item.DocumentSha256 is { } sha)
        {
            return new ParityCell(bidder, null, First(taken[(bidder, sha)]));
        }

        Message[] own = [.. messages.Where(m => m.Key!.StartsWith(item.MessageKey!, StringComparison.Ordinal) && (m.Organisation == bidder || (m.Person is { } person && watchers.GetValueOrDefault(person) == bidder)))];
        return new ParityCell(bidder, First(own.Select(m => m.SentAt)), First(own.Where(m => m.ReadAt is not null).Select(m => m.ReadAt!.Value)));
    }

    private static DateTimeOffset? First(IEnumerable<DateTimeOffset> instants) => instants.Cast<DateTimeOffset?>().Min();

    private static DateTimeOffset Later(DateTimeOffset added, DateTimeOffset? published) => published is { } at && at > added ? at : added;

    private static string DownloadedSha(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.TryGetProperty("sha256", out var sha) ? sha.GetString() ?? "" : "";
}
