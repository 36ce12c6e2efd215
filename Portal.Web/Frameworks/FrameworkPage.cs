using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Web.Frameworks;

/// <summary>One framework as its page shows it.</summary>
public sealed record FrameworkPage
{
    // Names of one day in the calendar before the rest is counted; all of them stand in the table above it.
    private const int Named = 4;

    public required Framework Framework { get; init; }

    public required string Lead { get; init; }

    public required string Cooperative { get; init; }

    public required IReadOnlyList<MemberRow> Members { get; init; }

    public required IReadOnlyDictionary<string, int> HomesByLot { get; init; }

    public required IReadOnlyList<AccessionRow> Accessions { get; init; }

    public required IReadOnlyList<CalendarRow> Calendar { get; init; }

    /// <summary>The actor is a commissioner of the organisation that runs it.</summary>
    public required bool Manages { get; init; }

    /// <summary>The actor is an authority's commissioner whose authority has not joined.</summary>
    public required bool MayApply { get; init; }

    public required bool IsProvider { get; init; }

    /// <summary>What the tender published of who may use it, how a place is chosen and how prices come about; null for an agreement from before the portal.</summary>
    public Domain.Tenders.FrameworkTerms? Published { get; init; }

    /// <summary>Of an open framework, when it was awarded and by when it is awarded again (A8-05); null for any other.</summary>
    public StandingFramework? Open { get; init; }

    public bool MayExtend => Manages && Framework.Stage != FrameworkStage.Expired && Framework.MayExtendTo > Framework.EndsOn;

    public static async Task<FrameworkPage> Read(PortalDb db, Actor actor, string reference, DateTimeOffset now, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(reference, cancel);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => o.Id == framework.Lead || o.Id == framework.Cooperative).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        OrganisationKind kind = await db.Organisations.Where(o => o.Id == actor.Organisation).Select(o => o.Kind).SingleAsync(cancel);
        bool provider = kind is OrganisationKind.Provider or OrganisationKind.OwnProvider;
        List<AccessionRow> accessions = await AccessionsOf(db, framework, cancel);
        StandingFramework? open = framework.Form == FrameworkForm.Open ? await db.Standing(framework, now, cancel) : null;
        return new FrameworkPage
        {
            Framework = framework,
            Lead = names.GetValueOrDefault(framework.Lead, ""),
            Cooperative = names.GetValueOrDefault(framework.Cooperative, ""),
            Members = await MembersOf(db, framework, provider ? actor.Organisation : null, cancel),
            HomesByLot = await db.HomeAdmissions.Where(h => h.Framework == framework.Id && h.Status == HomeAdmissionStatus.Onboarded)
                .GroupBy(h => h.LotNumber).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            Accessions = provider ? [] : accessions,
            Calendar = CalendarOf(framework, accessions, open?.ReopenBy, LondonTime.DateOf(now)),
            Open = open,
            Manages = MayManage(framework, actor),
            MayApply = kind == OrganisationKind.Authority && MayJoin(framework, actor, accessions),
            IsProvider = provider,
            Published = await db.Tenders.Where(t => t.Ref == framework.TenderRef).Select(t => t.Framework).SingleOrDefaultAsync(cancel),
        };
    }

    private static bool MayJoin(Framework framework, Actor actor, List<AccessionRow> accessions) =>
        actor.Is(Role.Commissioner) && framework.Level == FrameworkLevel.Regional
        && !accessions.Exists(a => a.Authority == actor.Organisation && a.Stage is not (AccessionStage.Refused or AccessionStage.Withdrawn));

    internal static bool MayManage(Framework framework, Actor actor) =>
        (actor.Organisation == framework.Lead || actor.Organisation == framework.Cooperative) && actor.Is(Role.Commissioner, Role.RccCommissioner);

    // A provider sees its own place only; who else is on a lot is the buyers' knowledge until notices publish it.
    private static async Task<List<MemberRow>> MembersOf(PortalDb db, Framework framework, OrganisationId? only, CancellationToken cancel)
    {
        IQueryable<Admission> admissions = db.Admissions.Where(a => a.Framework == framework.Id && (only == null || a.Provider == only));
        DbSet<HomeAdmission> homes = db.HomeAdmissions;
        return await (from admission in admissions
                      join organisation in db.Organisations on admission.Provider equals organisation.Id
                      orderby admission.LotNumber, organisation.Name
                      select new MemberRow(
                          admission.LotNumber,
                          organisation.Id,
                          organisation.Name,
                          admission.Status,
                          homes.Count(h => h.Framework == admission.Framework && h.LotNumber == admission.LotNumber && h.Provider == admission.Provider && h.Status == HomeAdmissionStatus.Onboarded),
                          homes.Count(h => h.Framework == admission.Framework && h.LotNumber == admission.LotNumber && h.Provider == admission.Provider && h.Status == HomeAdmissionStatus.Pending)))
            .ToListAsync(cancel);
    }

    private static async Task<List<AccessionRow>> AccessionsOf(PortalDb db, Framework framework, CancellationToken cancel) =>
        await (from accession in db.Accessions
               join organisation in db.Organisations on accession.Authority equals organisation.Id
               where accession.Framework == framework.Id
               orderby organisation.Name
               select new AccessionRow(accession.Id, accession.Authority, organisation.Name, accession.Stage, accession.AppliedAt, accession.EffectiveFrom, accession.EffectiveTo))
            .ToListAsync(cancel);

    private static List<CalendarRow> CalendarOf(Framework framework, List<AccessionRow> accessions, DateOnly? reopenBy, DateOnly today)
    {
        List<CalendarRow> rows = [new(framework.StartsOn, "The term starts.")];
        rows.AddRange(accessions.Where(a => a.EffectiveFrom > framework.StartsOn).GroupBy(a => a.EffectiveFrom!.Value).Select(day => new CalendarRow(day.Key, $"{Together(day.Select(a => a.Name))} may call off from this day.")));
        rows.AddRange(accessions.Where(a => a.EffectiveTo is not null).GroupBy(a => a.EffectiveTo!.Value).Select(day => new CalendarRow(day.Key, $"Last day of {Together(day.Select(a => a.Name))}.")));
        rows.Add(new CalendarRow(framework.EndsOn, "Last day of the term."));
        if (reopenBy is { } again)
        {
            rows.Add(new CalendarRow(again, "Last day to award the open framework again (section 49)."));
        }

        if (framework.MayExtendTo is { } latest && latest > framework.EndsOn)
        {
            rows.Add(new CalendarRow(latest, "Latest day to which the term may be extended."));
        }

        return [.. rows.OrderBy(r => r.Day).Select(r => r with { Done = r.Day < today })];
    }

    // Those who joined on one day stand together; of many the first are named.
    private static string Together(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length switch
        {
            1 => all[0],
            <= Named => $"{string.Join(", ", all[..^1])} and {all[^1]}",
            _ => $"{string.Join(", ", all[..Named])} and {all.Length - Named} more authorities",
        };
    }
}

/// <summary>A provider on a lot.</summary>
public sealed record MemberRow(string Lot, OrganisationId Provider, string Name, AdmissionStatus Status, int Onboarded, int Pending);

/// <summary>An authority's joining.</summary>
public sealed record AccessionRow(AccessionId Id, OrganisationId Authority, string Name, AccessionStage Stage, DateTimeOffset AppliedAt, DateOnly? EffectiveFrom, DateOnly? EffectiveTo);

/// <summary>One day in a framework's life.</summary>
public sealed record CalendarRow(DateOnly Day, string What, bool Done = false);
