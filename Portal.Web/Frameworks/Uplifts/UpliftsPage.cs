using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>The rule and the uplifts that the actor may know of.</summary>
public sealed record UpliftsPage(Framework Framework, UpliftRule? Held, IReadOnlyList<UpliftRow> Rows, IReadOnlyList<string> OwnLots, bool Manages)
{
    private const int Most = 200;

    public UpliftRuleForm Rule { get; init; } = new();

    public IndexForm Index { get; init; } = new();

    public UpliftRuleForm Change { get; init; } = new();

    public UpliftChangeForm When { get; init; } = new();

    /// <summary>A change was tried and refused, so its form stands open.</summary>
    public bool Changing { get; init; }

    /// <summary>The last change that is agreed and does not hold yet; null when none is.</summary>
    public UpliftChange? Agreed => Held?.ChangesAfter(Today) is [.., var last] ? last : null;

    /// <summary>The form stands open to take that change back or to correct it.</summary>
    public bool Back { get; init; }

    public NoRuleChangeForm No { get; init; } = new();

    /// <summary>A refusal was tried and not taken, so its form stands open.</summary>
    public bool Refusing { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What holds today; null where no rule is recorded.</summary>
    public UpliftTerms? Now => Held?.TermsOn(Today);

    /// <summary>The indexes that the rule names, today's and those of later changes.</summary>
    public IReadOnlyList<Choice> Indexes => Held is null ? [] : [.. Held.ChangesAfter(Today).Select(c => c.Terms.Index).Prepend(Now!.Index).Distinct().Select(i => new Choice(i, i))];

    /// <summary>Every rule of today and of days to come with the figure that measures it on its first day, or today.</summary>
    public IReadOnlyList<RuleFigure> Measured => Held is null ? [] :
    [
        new RuleFigure(Today, Now!, Held.FigureOn(Today)),
        .. Held.ChangesAfter(Today).Select(c => new RuleFigure(c.From, c.Terms, Held.FigureOn(c.From))),
    ];

    public static async Task<UpliftsPage> Read(PortalDb db, Actor actor, string reference, DateOnly today, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(reference, cancel);
        List<UpliftRow> rows = await (from uplift in (await db.UpliftsFor(actor, cancel)).IgnoreAutoIncludes()
                                      join provider in db.Organisations on uplift.Provider equals provider.Id
                                      where uplift.Framework == framework.Id
                                      orderby uplift.AskedAt descending
                                      select new UpliftRow(uplift.Id, provider.Name, uplift.LotNumber, uplift.Percent, uplift.AskedAt, uplift.HoldsFrom ?? uplift.AskedFrom, uplift.Stage)).Take(Most).ToListAsync(cancel);
        List<string> own = actor.Is(Role.ProviderBidder)
            ? await db.Admissions.Where(a => a.Framework == framework.Id && a.Provider == actor.Organisation && a.Status != AdmissionStatus.Left).OrderBy(a => a.LotNumber).Select(a => a.LotNumber).ToListAsync(cancel)
            : [];
        return new UpliftsPage(framework, await db.UpliftRules.AsNoTracking().SingleOrDefaultAsync(r => r.Framework == framework.Id, cancel), rows, own, Runs(framework, actor)) { Today = today };
    }

    private static bool Runs(Framework framework, Actor actor) =>
        (actor.Organisation == framework.Lead || actor.Organisation == framework.Cooperative) && actor.Is(Role.Commissioner, Role.RccCommissioner);
}

/// <summary>A rule from a day on with the figure that it uses then; null until one is recorded.</summary>
public sealed record RuleFigure(DateOnly From, UpliftTerms Terms, RecordedFigure? Figure);

/// <summary>One uplift in the list.</summary>
public sealed record UpliftRow(UpliftId Id, string Provider, string Lot, decimal Percent, DateTimeOffset AskedAt, DateOnly From, UpliftStage Stage);

/// <summary>Addresses of the uplifts, written once.</summary>
public static class UpliftLinks
{
    public static string Of(string frameworkRef) => FrameworkLinks.Of(frameworkRef) + "/uplifts";

    public static string Ask(string frameworkRef, string lot) => $"{FrameworkLinks.Of(frameworkRef)}/lots/{Uri.EscapeDataString(lot)}/uplift";

    public static string One(UpliftId id) => $"/frameworks/uplifts/{id.Value}";
}
