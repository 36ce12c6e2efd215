using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Duties;

/// <summary>A notice that is public, as far as duties look at it.</summary>
/// <param name="Lot">The lot a prepared notice was about.</param>
public sealed record PublicNotice(NoticeKind Kind, DateOnly On, string ReleaseId, string? Lot)
{
    /// <summary>Which of the tender's awards it tells of.</summary>
    public int Part { get; init; }
}

/// <summary>An award of lots apart, as far as duties look at it.</summary>
public sealed record AwardApart(int Part, string Lots, DateOnly? SummariesOn);

/// <summary>A contract that follows from an award: one per lot and supplier; duties count by lot.</summary>
public sealed record LotContract(Lot Lot, DateOnly? SignedOn);

/// <summary>What the duties of one procurement follow from.</summary>
public sealed record DutyFacts(Tender Tender, IReadOnlyList<PublicNotice> Notices, IReadOnlyList<LotContract> Contracts, DateOnly? SummariesOn, DateOnly Today)
{
    /// <summary>The awards of lots apart.</summary>
    public IReadOnlyList<AwardApart> Apart { get; init; } = [];

    /// <summary>The rules the procurement lives under; a draft's are today's.</summary>
    public RuleSet Rules => Tender.RuleSetVersion is { } version ? RuleSet.Named(version) : RuleSet.Latest(Tender.Regime);

    /// <summary>The facts of these tenders, in a handful of queries whatever their number.</summary>
    public static async Task<IReadOnlyList<DutyFacts>> Read(PortalDb db, IReadOnlyList<Tender> tenders, DateTimeOffset now, CancellationToken cancellation)
    {
        TenderId[] ids = [.. tenders.Select(t => t.Id)];
        List<Notice> notices = await db.Notices.AsNoTracking().Where(n => ids.Contains(n.Tender)).OrderBy(n => n.Row).ToListAsync(cancellation);
        List<PreparedNotice> prepared = await db.PreparedNotices.AsNoTracking().Where(n => ids.Contains(n.Tender) && n.ReleaseId != null).ToListAsync(cancellation);
        Dictionary<string, string?> lots = prepared.ToDictionary(n => n.ReleaseId!, n => n.Answers.Text("lot"));
        ILookup<TenderId, Award> awards = (await db.Awards.AsNoTracking().Where(a => ids.Contains(a.Tender)).ToListAsync(cancellation)).ToLookup(a => a.Tender);
        Dictionary<long, int> parts = await db.PartsOf(notices, cancellation);
        ILookup<TenderId, PublicNotice> known = notices.ToLookup(n => n.Tender, n => new PublicNotice(n.Kind, LondonTime.DateOf(n.PublishedAt), n.ReleaseId, lots.GetValueOrDefault(n.ReleaseId)) { Part = parts.GetValueOrDefault(n.Row) });
        return
        [
            .. tenders.Select(tender => new DutyFacts(tender, [.. known[tender.Id]], [.. Signed(tender, awards[tender.Id])], Day(awards[tender.Id].Where(a => a.Part == 0).Select(a => a.SummariesSentAt).Max()), LondonTime.DateOf(now))
            {
                Apart = [.. awards[tender.Id].Where(a => a.Part > 0 && tender.LotsOfPart(a.Part).Any()).OrderBy(a => a.Part).Select(a => new AwardApart(a.Part, tender.PartInWords(a.Part), Day(a.SummariesSentAt)))],
            }),
        ];
    }

    private static IEnumerable<LotContract> Signed(Tender tender, IEnumerable<Award> awards) =>
        from award in awards
        from number in award.Winners.Select(w => w.LotNumber).Distinct()
        join lot in tender.Lots on number equals lot.Number
        select new LotContract(lot, Day(award.SignedAt));

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? LondonTime.DateOf(at) : null;
}
