using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <summary>A framework that is there already when a tender names it: what it says, and when it was awarded.</summary>
/// <param name="Uplift">How its prices may rise today; null where it has no rule.</param>
/// <param name="Awards">The days on which it was awarded, the first one first; empty for an agreement from before the portal.</param>
public sealed record StandingFramework(Framework Framework, UpliftTerms? Uplift, IReadOnlyList<DateOnly> Awards)
{
    /// <summary>The day from which the years of s.49 count: the first award, or the start of the term where no award is known here (A8-05).</summary>
    public DateOnly CountsFrom => Awards.Count > 0 ? Awards[0] : Framework.StartsOn;

    /// <summary>The last day on which an open framework must be awarded again; null when none is owed (A8-05).</summary>
    public DateOnly? ReopenBy => Framework.Form == FrameworkForm.Open ? FrameworkTerm.ReopenBy(Awards.Count > 0 ? Awards : [Framework.StartsOn], Framework.EndsOn) : null;

    /// <summary>From when an open framework's years count and when it must be awarded again, as its pages say it.</summary>
    public string YearsInWords => (Awards.Count switch
    {
        0 => $"Its award is not recorded here, so its years count from its start, {LondonTime.Day(CountsFrom)}.",
        1 => $"Awarded on {LondonTime.Day(CountsFrom)}; its years count from that day.",
        var times => $"Awarded {times} times, first on {LondonTime.Day(CountsFrom)}; its years count from that day.",
    }) + (ReopenBy is { } due ? $" It must be awarded again by {LondonTime.Day(due)}." : " No further award is owed before it ends.");

    /// <summary>What a tender says otherwise; nothing of it would hold for its winners, so it is not published so.</summary>
    public IReadOnlyList<FrameworkDifference> Differences(Tender tender) => [.. FrameworkContradictions.Differences(tender, this)];

    /// <summary>What the re-opening rule says of a tender planned to be awarded too late for it; the breach is told, not deepened by a refusal.</summary>
    public IEnumerable<Reason> Warnings(Tender tender)
    {
        if (ReopenBy is { } due && (tender.Dates.SignOn ?? tender.Dates.DecisionOn) > due)
        {
            yield return new Reason("REOPENED_LATE", $"Framework {Framework.Ref} must be awarded again by {LondonTime.Day(due)}, and this tender plans its award later.", "A8-05", "SignOn");
        }
    }
}

/// <summary>Finds the framework that a tender names, and its awards.</summary>
public static class StandingFrameworks
{
    extension(PortalDb db)
    {
        /// <summary>The framework that a tender names, unless it is not there yet or this very tender set it up.</summary>
        public async Task<StandingFramework?> StandingFor(Tender tender, DateTimeOffset now, CancellationToken stop) =>
            tender.Framework is { Ref.Length: > 0 } terms
            && await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(f => f.Ref == terms.Ref, stop) is { } framework
            && framework.TenderRef != tender.Ref
                ? await db.Standing(framework, now, stop)
                : null;

        /// <summary>What a framework says today, with its awards.</summary>
        public async Task<StandingFramework> Standing(Framework framework, DateTimeOffset now, CancellationToken stop)
        {
            UpliftRule? rule = await db.UpliftRules.AsNoTracking().SingleOrDefaultAsync(r => r.Framework == framework.Id, stop);
            return new StandingFramework(framework, rule?.TermsOn(LondonTime.DateOf(now)), await db.AwardsOf(framework, stop));
        }

        private async Task<IReadOnlyList<DateOnly>> AwardsOf(Framework framework, CancellationToken stop)
        {
            // Whoever runs the framework tenders for it; what the terms say is kept as one text, so its reference is read here.
            var awarded = await db.Tenders.AsNoTracking()
                .Where(t => (t.Buyer == framework.Lead || t.Buyer == framework.Cooperative) && t.Framework != null && t.Lots.Any(l => l.Awarding != null))
                .Select(t => new { t.Framework, Lots = t.Lots.Select(l => l.Awarding).ToList() })
                .ToListAsync(stop);
            return [.. awarded.Where(t => t.Framework!.Ref == framework.Ref).Select(t => FirstDay(t.Lots)).OfType<DateOnly>().Order()];
        }
    }

    // The award is public with its notice and counts from there, once a contract has come of it.
    private static DateOnly? FirstDay(IEnumerable<LotAwarding?> lots) => lots.OfType<LotAwarding>().Where(a => a.SignedAt is not null).Select(a => (DateOnly?)LondonTime.DateOf(a.AnnouncedAt ?? a.SignedAt!.Value)).Min();
}
