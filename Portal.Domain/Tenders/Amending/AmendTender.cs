using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Publishes a change of a running tender and tells everybody who downloaded, drafts, asked or watches the same, in one transaction (A7-01, A7-02, A7-04).</summary>
public sealed class AmendTender(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, Amendment amendment, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        DateTimeOffset now = clock.GetUtcNow();
        HashSet<TenderDocumentId> before = [.. tender.Documents.Select(d => d.Id)];
        tender.Amend(amendment with { ByName = actor.Name }, now);
        db.AddRange(tender.Documents.Where(d => !before.Contains(d.Id)));
        TenderNews news = new($"Tender {tenderRef} has changed", Words(tender.Amendments[^1]), $"/tenders/{tenderRef}/changes", $"amended/{tender.Amendments.Count}");
        await db.TellWatchers(tender, news, now, stop);
        await db.Save(actor, stop);
    }

    private static string Words(Amendment made)
    {
        string refined = made.Refinement is null ? "" : "\n\nThe award criteria are refined, as the tender notice said they may be before final tenders are invited (section 24). Everybody who takes part is told the same at this moment.";
        string bids = made.BidsMustBeConfirmed
            ? "A bid sent in before this change counts only if you confirm it or send it anew before the deadline: see your bids."
            : "A bid sent in before this change stays as it is; you may replace it before the deadline.";
        string parts = made.Differences.Count == 0 ? "" : $"\n\nChanged: {string.Join("; ", made.Differences.Select(d => $"{d.Part}, {d.What}"))}.";
        return $"{made.What}\n\nWhy: {made.Why}{parts}{refined}\n\n{bids}";
    }
}
