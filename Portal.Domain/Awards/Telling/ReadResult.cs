using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Telling;

/// <summary>A bidder opens its own result of a tender, the latest where the award was decided anew; the first opening is noted.</summary>
public sealed class ReadResult(PortalDb db, TimeProvider clock)
{
    /// <summary>The newest summary of each lot; those before a re-opened award stay in the record.</summary>
    public async Task<IReadOnlyList<AssessmentSummary>> Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        List<AssessmentSummary> all = await db.AssessmentSummaries.Where(s => s.TenderRef == reference && s.Bidder == actor.Organisation).ToListAsync(stop);
        List<AssessmentSummary> own = [.. all.GroupBy(s => s.LotNumber).Select(lot => lot.MaxBy(s => s.Round)!).OrderBy(s => s.LotNumber, StringComparer.Ordinal)];
        if (own.Count == 0)
        {
            throw new NotFound($"A result of tender {reference}");
        }

        own.RemoveAll(s => s.Round != own.Max(o => o.Round));
        own.ForEach(s => s.Read(clock.GetUtcNow()));
        await db.Save(actor, stop);
        return own;
    }
}
