using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Interest;

/// <summary>Hands out documents of a published tender, all that are asked for or none; a provider's download is recorded and makes the person one of those who are told of changes (A7-04, D2-07). Buyers only read.</summary>
public sealed class TakeTenderDocument(PortalDb db, PublicFiles files, TimeProvider clock)
{
    /// <param name="document">One document, or null for all that are current.</param>
    public async Task<IReadOnlyList<TenderDocument>> Execute(Actor? actor, string tenderRef, TenderDocumentId? document, CancellationToken stop)
    {
        Tender tender = await db.LoadPublishedTender(tenderRef, stop);
        IReadOnlyList<TenderDocument> taken = document is { } id
            ? [tender.Documents.FirstOrDefault(d => d.Id == id) ?? throw new NotFound("That document")]
            : [.. tender.Documents.Where(d => d.IsCurrent).OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase)];
        await files.MustHold(taken, stop);
        if (actor?.Is(Role.ProviderBidder) == true)
        {
            await Record(actor, tender, taken, stop);
        }

        return taken;
    }

    private async Task Record(Actor actor, Tender tender, IReadOnlyList<TenderDocument> taken, CancellationToken stop)
    {
        TenderWatch watch = await db.Watch(tender, actor, WatchReason.Downloaded, clock.GetUtcNow(), stop);
        foreach (TenderDocument document in taken)
        {
            watch.Download(tender, document.Name, document.Sha256);
        }

        await db.Save(actor, stop);
    }
}
