using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Modifying;

/// <summary>The contract change notices (UK10) that are published about a framework's tender, in the order of their publication.</summary>
public static class PublishedChanges
{
    extension(PortalDb db)
    {
        public Task<List<PreparedNotice>> ChangesOf(Framework framework, CancellationToken cancel) => db.PreparedNotices.AsNoTracking()
            .Where(n => n.TenderRef == framework.TenderRef && n.Kind == NoticeKind.ContractChange && n.ReleaseId != null).OrderBy(n => n.ChangedAt).ToListAsync(cancel);

        public Task<Regime?> RegimeOf(Framework framework, CancellationToken cancel) =>
            db.Tenders.Where(t => t.Ref == framework.TenderRef).Select(t => (Regime?)t.Regime).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The change notice that a modification of a lot now rests on: about this lot or the whole, its day has come, and no earlier modification rested on it (s.75: each has its own).</summary>
    public static PreparedNotice? For(FrameworkLot lot, IReadOnlyList<PreparedNotice> changes, DateOnly today) => changes.LastOrDefault(c =>
        (c.Answers.Text("lot") is not { } about || about == lot.Number) && c.Answers.Day("changesOn") <= today && !lot.CoverChanges.Any(used => used.ChangeNotice == c.ReleaseId));

    /// <summary>The change notice that another uplift rule from a day rests on: about the whole framework, in effect by that day, and no earlier change of the rule or of whom a lot is for rested on it.</summary>
    public static PreparedNotice? For(Framework framework, UpliftRule rule, IReadOnlyList<PreparedNotice> changes, DateOnly from) => changes.LastOrDefault(c =>
        (c.Answers.Text("lot") is null || framework.Lots.Count == 1) && c.Answers.Day("changesOn") <= from
        && !rule.Changes.Any(used => used.ChangeNotice == c.ReleaseId) && !framework.Lots.SelectMany(l => l.CoverChanges).Any(used => used.ChangeNotice == c.ReleaseId));

    /// <summary>What the framework may come to by its tender's estimate and the latest change of each lot that has taken effect; null where no change names a value, or names that of a lot of which the tender estimated none.</summary>
    public static (Money Value, string ReleaseId)? CapBy(Tender tender, IReadOnlyList<PreparedNotice> changes, DateOnly today)
    {
        PreparedNotice[] valued = [.. changes.Where(c => c.Answers.Amount("newValue") is not null && c.Answers.Day("changesOn") <= today)];
        if (valued.Length == 0 || tender.NetValue is not { } cap)
        {
            return null;
        }

        foreach (IGrouping<string?, PreparedNotice> lot in valued.GroupBy(c => c.Answers.Text("lot")))
        {
            if ((tender.Lots.FirstOrDefault(l => l.Number == lot.Key)?.NetValue ?? (tender.Lots.Count == 1 ? tender.NetValue : null)) is not { } before)
            {
                return null;
            }

            cap += lot.Last().Answers.Amount("newValue")!.Value - before;
        }

        return (cap, valued[^1].ReleaseId!);
    }
}
